package org.imprimatur.api.conditions;

import java.util.List;
import org.imprimatur.force.compare.ConditionMatrix;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** Condition sets side by side, as the schema's {@code ConditionMatrix} shows them. */
record ConditionMatrixAnswer(List<ConditionSetAnswer> columns, List<ConditionMatrix.Row> rows,
		@Nullable EdtfDate through, boolean beyondCoverage) {

	static ConditionMatrixAnswer of(List<ConditionSet> sets, int revision) {
		return new ConditionMatrixAnswer(sets.stream().map(set -> ConditionSetAnswer.of(set, revision)).toList(),
				ConditionMatrix.of(sets).rows(), ConditionSet.through(sets),
				sets.stream().anyMatch(ConditionSet::beyondCoverage));
	}
}
