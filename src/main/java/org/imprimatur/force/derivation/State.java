package org.imprimatur.force.derivation;

/**
 * The state of a condition on a day (design, "The rules of force", rule 5), in the order in which the states are
 * tested.
 */
public enum State {
	/** It was in force no more, or was void; an {@link EndReason} says why. */
	ENDED,
	/** It was issued, and its day had not come, or what it hangs on was not met. */
	NOT_YET,
	/** It stood without force, and may have force again. */
	SUSPENDED,
	/** It applied. */
	IN_FORCE,
	/** The record leaves open which of the others it is, or whether it exists or reaches the model at all. */
	UNCERTAIN
}
