package org.imprimatur.dossier;

import java.util.List;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;

/** What came of reading dossiers: all that they say, or all that is wrong with them. */
public sealed interface Reading {

	/** What the files say, in their order. */
	record Accepted(List<DossierContents> dossiers) implements Reading {

		/** The entities of all files together, in the order in which they stand there. */
		public List<Entity> entities() {
			return dossiers.stream().flatMap(DossierContents::all).toList();
		}
	}

	/** Every mistake of all files, by file and line; nothing of them is to be used. */
	record Refused(List<Mistake> mistakes) implements Reading {
	}
}
