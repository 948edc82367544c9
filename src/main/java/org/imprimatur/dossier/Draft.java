package org.imprimatur.dossier;

import java.util.ArrayList;
import java.util.List;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Shape;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entity as a file states it, before it is believed.
 *
 * @param document the file
 * @param path where it stands there
 * @param kind the kind of its section
 * @param node its fields
 */
record Draft(Document document, String path, Kind kind, ObjectNode node) {

	/** Everything in a file that stands where an entity should. */
	static List<Draft> of(Document document) {
		List<Draft> drafts = new ArrayList<>();
		if (document.root().get(Section.DOSSIER) instanceof ObjectNode dossier) {
			drafts.add(new Draft(document, Section.DOSSIER, Kind.DOSSIER, dossier));
		}
		for (Section section : Section.ALL) {
			int index = 0;
			for (var item : document.root().path(section.name())) {
				if (item instanceof ObjectNode entity) {
					drafts.add(new Draft(document, section.name() + "[" + index + "]", section.kind(), entity));
				}
				index++;
			}
		}
		return drafts;
	}

	/** The id that it gives itself; empty if it gives none. */
	String id() {
		return node.path("id").asString("");
	}

	Shape shape() {
		return Shape.of(kind.type());
	}

	String at(String field) {
		return path + "." + field;
	}

	/** Where it stands, for a mistake elsewhere. */
	String place() {
		return document.place(path);
	}

	Mistake mistake(String field, String message) {
		return document.mistake(at(field), message);
	}
}
