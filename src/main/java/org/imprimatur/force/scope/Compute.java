package org.imprimatur.force.scope;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.imprimatur.knowledge.Category.Threshold;
import org.imprimatur.knowledge.Model.TrainingCompute;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/** Holds an amount of computation, of which bounds or nothing may be known, against a threshold. */
final class Compute {

	private Compute() {
	}

	/** Whether the amount is over the threshold; it is uncertain where the threshold lies between its bounds. */
	static Truth passes(Threshold threshold, @Nullable TrainingCompute amount) {
		if (amount == null) {
			return Truth.UNCERTAIN;
		}
		if (amount.atLeast() != null && isOver(threshold, amount.atLeast())) {
			return Truth.TRUE;
		}
		return amount.atMost() == null || isOver(threshold, amount.atMost()) ? Truth.UNCERTAIN : Truth.FALSE;
	}

	private static boolean isOver(Threshold threshold, String amount) {
		BigDecimal exact = new BigDecimal(amount);
		return Stream.ofNullable(threshold.moreThan()).allMatch(it -> exact.compareTo(new BigDecimal(it)) > 0)
				&& Stream.ofNullable(threshold.atLeast()).allMatch(it -> exact.compareTo(new BigDecimal(it)) >= 0);
	}
}
