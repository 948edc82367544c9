package org.imprimatur.ledger;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.imprimatur.graph.record.Cause;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Sha256;

/**
 * The digests of revisions (design, "Three clocks"; docs/ledger.md tells how to recompute them): that of the content is
 * equal on every machine for equal content, that of the chain covers all that was ever published.
 */
final class Chain {

	/** What the first revision's chain follows. */
	static final String BEGINNING = "";

	private Chain() {
	}

	/** The digest of what is live: of each the line that began it, in the order of ids. */
	static String content(Iterable<String> live) {
		return Sha256.ofLines(live);
	}

	/** The digest of a revision, of the lines of its journal, of its content, and of the chain before it. */
	static String chain(String previous, int number, Instant time, String author, String message, Cause cause,
			String contentDigest, Iterable<String> journal) {
		return Sha256.of(CanonicalForm.mapper()
				.writeValueAsString(new TreeMap<>(Map.of("author", author, "cause", cause.name(), "changes",
						Sha256.ofLines(journal), "content", contentDigest, "message", message, "number", number,
						"previous", previous, "time", DateTimeFormatter.ISO_INSTANT.format(time)))));
	}
}
