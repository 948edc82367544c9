package org.imprimatur.ledger;

/** What the journal tells of one state of an entity: which revision began it, and the line that says so. */
final class JournalEntry {

	private final long revision;
	private final String line;
	private final boolean record;
	private boolean found;

	/**
	 * A state that the graph is yet to show.
	 *
	 * @param record whether a record began, and not a withdrawal
	 */
	JournalEntry(long revision, String line, boolean record) {
		this.revision = revision;
		this.line = line;
		this.record = record;
	}

	long revision() {
		return revision;
	}

	String line() {
		return line;
	}

	boolean isRecord() {
		return record;
	}

	boolean isFound() {
		return found;
	}

	void find() {
		found = true;
	}
}
