package org.imprimatur.api.conditions;

import java.util.List;
import org.imprimatur.force.compare.ConditionMatrix;

/** Condition sets side by side, as the schema's {@code ConditionMatrix} shows them. */
record ConditionMatrixAnswer(List<ConditionSetAnswer> columns, List<ConditionMatrix.Row> rows) {
}
