package org.imprimatur.force.conditions;

import java.time.LocalDate;
import java.util.List;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Source;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * Which sources were consulted, through when (design, "The rules of force", rule 7).
 *
 * @param dossiers the dossiers about the model, those who make or offer it, or a condition that reaches it
 * @param sources the sources that these consulted
 * @param through the day up to which all of them did; absent without a dossier
 * @param furthest the day up to which one of them did
 * @param gaps what they know to be missing
 */
public record Coverage(List<Ref<Dossier>> dossiers, List<Ref<Source>> sources, @Nullable EdtfDate through,
		@Nullable EdtfDate furthest, List<String> gaps) {

	/**
	 * The last day of which the sources can tell: the earliest to which one of the dossiers goes, and of the public
	 * record by which it was judged; {@code null} without a dossier.
	 */
	public @Nullable EdtfDate through(@Nullable LocalDate reportedBy) {
		return through == null || reportedBy == null || !reportedBy.isBefore(through.earliest())
				? through
				: EdtfDate.of(reportedBy);
	}

	/** Whether the day asked lies after that, or there is no dossier. */
	boolean endsBefore(Question question) {
		EdtfDate last = through(question.reportedBy());
		return last == null || question.asOf().isAfter(last.earliest());
	}
}
