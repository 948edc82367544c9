package org.imprimatur.graph.record;

import java.util.Map;
import java.util.TreeMap;
import org.imprimatur.knowledge.CanonicalForm;
import tools.jackson.databind.JsonNode;

/**
 * How the journal writes a change: as one line of canonical JSON, which the chain of digests covers (design, "Three
 * clocks").
 */
public final class Journal {

	private Journal() {
	}

	/** The line of a change. */
	public static String write(RecordChange change) {
		Map<String, String> line = new TreeMap<>();
		line.put("id", change.id());
		switch (change) {
			case RecordChange.Begun begun -> {
				line.put("dossier", begun.dossier());
				line.put("digest", begun.digest());
			}
			case RecordChange.Withdrawn withdrawn -> {
				line.put("dossier", withdrawn.dossier());
				line.put("reason", withdrawn.reason());
				if (withdrawn.successor() != null) {
					line.put("successor", withdrawn.successor());
				}
			}
		}
		return CanonicalForm.mapper().writeValueAsString(line);
	}

	/**
	 * The change that a line tells.
	 *
	 * @throws RuntimeException if it is no JSON
	 */
	public static RecordChange read(String line) {
		JsonNode node = CanonicalForm.mapper().readTree(line);
		String id = node.path("id").asString();
		String dossier = node.path("dossier").asString();
		return node.has("digest")
				? new RecordChange.Begun(id, dossier, node.path("digest").asString())
				: new RecordChange.Withdrawn(id, dossier, node.path("reason").asString(),
						node.has("successor") ? node.path("successor").asString() : null);
	}
}
