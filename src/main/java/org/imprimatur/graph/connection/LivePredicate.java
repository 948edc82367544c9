package org.imprimatur.graph.connection;

/** When a record is live: the one predicate that gives every query its revision (design, "Three clocks"). */
public final class LivePredicate {

	/** The {@code until} of a record that has not ended. */
	public static final long NEVER = Long.MAX_VALUE;

	/** The parameter that holds the revision's number. */
	public static final String REVISION = "revision";

	private LivePredicate() {
	}

	/** The condition that the record named {@code variable} is live at {@code $revision}. */
	public static String predicate(String variable) {
		return "%s.since <= $%s AND %s.until > $%s".formatted(variable, REVISION, variable, REVISION);
	}
}
