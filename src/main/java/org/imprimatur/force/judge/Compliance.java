package org.imprimatur.force.judge;

/** Whether a duty was met (design, "The rules of force", rule 5); without a finding nothing is a breach. */
public enum Compliance {
	/** There is no finding, and there is time to meet it. */
	DUE,
	/** The last finding is that it was met. */
	MET,
	/** The last finding is that it was breached. */
	BREACHED,
	/** There is no finding though the deadline has passed or the duty goes on without one; or a date leaves it open. */
	NOT_ESTABLISHED
}
