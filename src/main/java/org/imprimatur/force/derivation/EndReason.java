package org.imprimatur.force.derivation;

/** Why a condition ended (design, "The rules of force", rule 5), in the order in which the reasons are tested. */
public enum EndReason {
	/** It, or its instrument, was made void from the beginning. */
	ANNULLED,
	/** It, or its instrument, was revoked. */
	REVOKED,
	/** Another took its place, or its instrument's. */
	SUPERSEDED,
	/**
	 * Its time ran out, a condition that it hangs on was breached, or the norm that it is an exception to had ended.
	 */
	EXPIRED,
	/** It had to be met once, and was. */
	FULFILLED
}
