package org.imprimatur.knowledge;

import java.util.List;
import org.imprimatur.time.EdtfDate;

/**
 * A curated history, and what it claims to know: its coverage.
 *
 * @param title the history
 * @param subjects the companies, models and other entities whose history it is
 * @param through the day up to which the sources were consulted
 * @param gaps what is known to be missing, in words
 * @param sources every source that the dossier cites
 */
public record Dossier(String id, String title, @Relationship("COVERS") List<Ref<Entity>> subjects, EdtfDate through,
		List<String> gaps, @Relationship("CONSULTED") List<Ref<Source>> sources) implements Entity {

	@Override
	public String name() {
		return title;
	}
}
