package org.imprimatur.graph;

/** When a record is live: the one predicate that gives every query its revision (design §4). */
final class Live {

	/** The {@code until} of a record that has not ended. */
	static final long NEVER = Long.MAX_VALUE;

	/** The parameter that holds the revision's number. */
	static final String REVISION = "revision";

	private Live() {
	}

	/** The condition that the record named {@code variable} is live at {@code $revision}. */
	static String predicate(String variable) {
		return "%s.since <= $%s AND %s.until > $%s".formatted(variable, REVISION, variable, REVISION);
	}
}
