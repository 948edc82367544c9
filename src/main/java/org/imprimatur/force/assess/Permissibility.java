package org.imprimatur.force.assess;

/** What the norms known make of an action, the strictest first. */
public enum Permissibility {
	/** A norm forbids it, wholly or in part. */
	PROHIBITED,
	/** A norm makes it need a licence, wholly or in part. */
	LICENCE_REQUIRED,
	/** A norm permits it. */
	PERMITTED,
	/**
	 * No norm is known that forbids it, makes it need a licence or permits it, which is not to say that it is allowed.
	 */
	NOT_ADDRESSED,
	/** The facts leave open which of them it is. */
	UNDETERMINED
}
