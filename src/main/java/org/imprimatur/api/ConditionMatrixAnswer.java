package org.imprimatur.api;

import java.util.List;
import org.imprimatur.force.ConditionMatrix;

/** Condition sets side by side, as the schema's {@code ConditionMatrix} shows them. */
record ConditionMatrixAnswer(List<ConditionSetAnswer> columns, List<ConditionMatrix.Row> rows) {
}
