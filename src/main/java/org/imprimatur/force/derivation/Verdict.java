package org.imprimatur.force.derivation;

import java.util.Set;
import org.imprimatur.force.derivation.Outcome.Tested;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a derivation come to.
 *
 * @param reach how the condition reaches the model
 * @param state its state; {@link State#UNCERTAIN} also where its existence or its reach is in doubt, unless it has
 *     surely ended
 * @param doubtful whether it has surely ended, while it is in doubt that it ever existed or reached the model
 * @param reason why it ended, if it did and the reason is certain
 * @param possible the states that it may be in, provided that it exists and reaches the model; one unless uncertain
 */
public record Verdict(Reach reach, State state, boolean doubtful, @Nullable EndReason reason, Set<State> possible) {

	/** Whether the condition is in force, or may be. */
	public boolean possiblyInForce() {
		return possible.contains(State.IN_FORCE);
	}

	/** Whether a step's outcome is one of the grounds for it. */
	public boolean restsOn(Outcome outcome) {
		return outcome instanceof Tested tested && tested.truth().possible() && possible.contains(tested.state())
				&& (reason == null || reason == tested.reason());
	}
}
