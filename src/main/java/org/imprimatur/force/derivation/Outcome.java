package org.imprimatur.force.derivation;

import java.util.Set;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/** What a step means for the answer; {@link Derivation#replay} needs nothing else. */
public sealed interface Outcome {

	/** Whether what the step looked for was found. */
	Truth truth();

	/** Whether, and how, the condition reaches the model. */
	record Reached(Reach reach, Truth truth) implements Outcome {
	}

	/** Whether the condition is part of the record on the day at all: true or uncertain. */
	record Existing(Truth truth) implements Outcome {
	}

	/**
	 * Whether one ground for a state holds.
	 *
	 * @param reason the reason, where the state is {@link State#ENDED}
	 */
	record Tested(State state, @Nullable EndReason reason, Truth truth) implements Outcome {
	}

	/**
	 * That what had changed by the day was only expected when the sources were read.
	 *
	 * @param before the states in which the condition may have stood since
	 * @param absent whether it was, on some day since, no part of the record
	 */
	record Expected(Set<State> before, boolean absent) implements Outcome {
		@Override
		public Truth truth() {
			return Truth.UNCERTAIN;
		}
	}

	/** What explains another step and decides nothing by itself. */
	record Noted(Truth truth) implements Outcome {
	}
}
