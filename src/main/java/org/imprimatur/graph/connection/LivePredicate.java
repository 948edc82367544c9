package org.imprimatur.graph.connection;

/**
 * When a record is live: the one predicate that gives every query its revision (design, "Three clocks"), and what else
 * is asked of a record's beginning and end. A revision is given as Cypher names it: {@code $revision}, or a variable.
 */
public final class LivePredicate {

	/** The {@code until} of a record that has not ended. */
	public static final long NEVER = Long.MAX_VALUE;

	/** The parameter that holds the revision's number. */
	public static final String REVISION = "revision";

	private LivePredicate() {
	}

	/** The condition that the record named {@code variable} is live at {@code $revision}. */
	public static String predicate(String variable) {
		return predicate(variable, "$" + REVISION);
	}

	/** Whether a record at hand is live at a revision. */
	public static boolean isLive(StoredNode state, int revision) {
		return state.property("since") instanceof Long since && since <= revision
				&& state.property("until") instanceof Long until && until > revision;
	}

	/** The condition that a record is live at a revision. */
	public static String predicate(String variable, String revision) {
		return between(variable, revision, revision);
	}

	/** The condition that a record is live at the revision {@code first}, at {@code last} or at any between them. */
	public static String between(String variable, String first, String last) {
		return "%s AND %s.until > %s".formatted(begunBy(variable, last), variable, first);
	}

	/** The condition that a record began with a revision or before it, whether or not it has ended. */
	public static String begunBy(String variable, String revision) {
		return "%s.since <= %s".formatted(variable, revision);
	}

	/** The condition that a record began after a revision. */
	public static String begunAfter(String variable, String revision) {
		return "%s.since > %s".formatted(variable, revision);
	}

	/** The condition that a record began after one revision and by another. */
	public static String begunWithin(String variable, String after, String through) {
		return "%s AND %s".formatted(begunAfter(variable, after), begunBy(variable, through));
	}

	/** The condition that a record ended after one revision and by another. */
	public static String endedWithin(String variable, String after, String through) {
		return "%1$s.until > %2$s AND %1$s.until <= %3$s".formatted(variable, after, through);
	}
}
