package org.imprimatur.force.conditions;

import java.time.LocalDate;
import java.util.List;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that reach a model, with their states on the day; what was not issued yet is left out.
 *
 * @param question what was asked
 * @param conditions in force first, then suspended, uncertain, not yet in force and ended; within a state by the day on
 *     which the instrument was issued, then by id
 * @param standing what they come to for the model
 * @param coverage what the answer rests on
 */
public record ConditionSet(Question question, List<AppliedCondition> conditions, Standing standing, Coverage coverage) {

	/**
	 * The last day of which the answer's sources can tell: the earliest to which one of its dossiers goes, and of the
	 * public record by which it was judged; {@code null} without a dossier (design, "The rules of force", rule 7).
	 */
	public @Nullable EdtfDate through() {
		EdtfDate dossiers = coverage.through();
		LocalDate reportedBy = question.reportedBy();
		return dossiers == null || reportedBy == null || !reportedBy.isBefore(dossiers.earliest())
				? dossiers
				: EdtfDate.of(reportedBy);
	}

	/** Whether it is an answer for a day of which its sources cannot tell. */
	public boolean beyondCoverage() {
		EdtfDate through = through();
		return through == null || question.asOf().isAfter(through.earliest());
	}
}
