package org.imprimatur.force.conditions;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
 * @param summary the set in one to three sentences for people
 */
public record ConditionSet(Question question, List<AppliedCondition> conditions, Standing standing, Coverage coverage,
		String summary) {

	/** The last day of which the answer's sources can tell. */
	public @Nullable EdtfDate through() {
		return coverage.through(question.reportedBy());
	}

	/** The last day of which the sources of all the answers can tell; {@code null} where those of one tell of none. */
	public static @Nullable EdtfDate through(Collection<ConditionSet> sets) {
		List<EdtfDate> days = sets.stream().flatMap(it -> Stream.ofNullable(it.through())).toList();
		return days.size() < sets.size()
				? null
				: days.stream().min(Comparator.comparing(EdtfDate::earliest)).orElse(null);
	}

	/** Whether it is an answer for a day of which its sources cannot tell. */
	public boolean beyondCoverage() {
		return coverage.endsBefore(question);
	}
}
