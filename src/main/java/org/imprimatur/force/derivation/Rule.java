package org.imprimatur.force.derivation;

/** The rules that a derivation's steps apply. */
public enum Rule {
	/** Whether the scope reaches the model (design, "The rules of force", rule 1). */
	REACH,
	/** Whether it was issued on the day (design, "The rules of force", rule 5). */
	ISSUE,
	/** Whether its existence is in doubt (design, "The rules of force", rule 4). */
	DOUBT,
	/** Whether it, or what a field of it says, had been reported (design, "The rules of force", rule 8). */
	REPORT,
	/** Whether an effect on the condition or its instrument operates (design, "The rules of force", rule 2). */
	EFFECT,
	/**
	 * Whether the day lies in the periods of the instrument and of the condition (design, "The rules of force", rules 2
	 * and 3).
	 */
	PERIOD,
	/** Whether what it hangs on was met or breached (design, "The rules of force", rule 3). */
	CONTINGENCY,
	/** Whether the norms that it is an exception to have ended (design, "The rules of force", rule 3). */
	EXCEPTION,
	/** Whether a duty was met, which ends one that is to be met once (design, "The rules of force", rule 3). */
	FULFILMENT,
	/** What was found of its being met or breached (design, "The rules of force", rule 5). */
	FINDING,
	/**
	 * Whether it stood otherwise on the last day of which its sources can tell (design, "The rules of force", rule 7).
	 */
	COVERAGE
}
