package org.imprimatur.dossier;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A withdrawal as a file states it, before it is believed.
 *
 * @param document the file
 * @param path where it stands there
 * @param node its fields
 */
record WithdrawalDraft(Document document, String path, ObjectNode node) {

	/** Everything in a file that stands where a withdrawal should. */
	static List<WithdrawalDraft> of(Document document) {
		List<WithdrawalDraft> drafts = new ArrayList<>();
		int index = 0;
		for (var item : document.root().path(Section.WITHDRAWN)) {
			if (item instanceof ObjectNode withdrawal) {
				drafts.add(new WithdrawalDraft(document, "%s[%d]".formatted(Section.WITHDRAWN, index), withdrawal));
			}
			index++;
		}
		return drafts;
	}

	/** The id that is withdrawn; empty if it gives none. */
	String id() {
		return node.path("id").asString("");
	}

	/** What the id was merged into; empty if it gives none. */
	String successor() {
		return node.path("successor").asString("");
	}

	/** Where it stands, for a mistake elsewhere. */
	String place() {
		return document.place(path);
	}

	Mistake mistake(String field, String message) {
		return document.mistake(path + "." + field, message);
	}
}
