package org.imprimatur.knowledge;

import java.util.Comparator;
import java.util.List;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * A curated history, and what it claims to know: its coverage.
 *
 * @param title the history
 * @param subjects the companies, models and other entities whose history it is
 * @param through the day up to which the sources were consulted
 * @param lastReviewed the day on which somebody last looked whether it still tells all
 * @param gaps what is known to be missing, in words
 * @param sources every source that the dossier cites
 */
public record Dossier(String id, String title, @Relationship("COVERS") List<Ref<Entity>> subjects, EdtfDate through,
		@Nullable EdtfDate lastReviewed, List<String> gaps,
		@Relationship("CONSULTED") List<Ref<Source>> sources) implements Entity {

	/** A dossier of which only is told how far it read some of its sources. */
	public static Dossier thatRead(List<Ref<Source>> some, String id, String title, EdtfDate through) {
		return new Dossier(id, title, List.of(), through, null, List.of(),
				some.stream().sorted(Comparator.comparing(Ref::id)).toList());
	}

	@Override
	public String name() {
		return title;
	}
}
