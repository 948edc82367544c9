package org.imprimatur.cli;

import org.imprimatur.graph.record.Revision;
import org.imprimatur.ledger.Ledger;

/** Finds revisions by their numbers. */
final class Revisions {

	private Revisions() {
	}

	/** The revision of this number, which a user gave. */
	static Revision find(int number, Ledger ledger) {
		return ledger.revision(number).orElseThrow(() -> new Failure(Commands.FAILED, ledger.head() == 0
				? "Nothing was published into this graph yet."
				: "There is no revision %d: the newest is %d.".formatted(number, ledger.head())));
	}
}
