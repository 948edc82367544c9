package org.imprimatur.graph;

import java.util.Map;
import java.util.TreeMap;
import org.imprimatur.knowledge.CanonicalForm;

/** How the journal writes a change: as one line of canonical JSON, which the chain of digests covers (design §4). */
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
}
