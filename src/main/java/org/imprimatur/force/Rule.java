package org.imprimatur.force;

/** The rules that a derivation's steps apply. */
public enum Rule {
	/** Whether the scope reaches the model (design §3, rule 1). */
	REACH,
	/** Whether it was issued on the day (design §3, rule 5). */
	ISSUE,
	/** Whether its existence is in doubt (design §3, rule 4). */
	DOUBT,
	/** Whether its value had been reported (design §3, rule 8). */
	REPORT,
	/** Whether an effect on the condition or its instrument operates (design §3, rule 2). */
	EFFECT,
	/** Whether the day lies in the periods of the instrument and of the condition (design §3, rules 2 and 3). */
	PERIOD,
	/** Whether what it hangs on was met or breached (design §3, rule 3). */
	CONTINGENCY,
	/** Whether the norms that it is an exception to have ended (design §3, rule 3). */
	EXCEPTION,
	/** Whether a duty was met, which ends one that is to be met once (design §3, rule 3). */
	FULFILMENT
}
