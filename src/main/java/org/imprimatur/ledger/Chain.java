package org.imprimatur.ledger;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.imprimatur.graph.Cause;
import org.imprimatur.graph.Journal;
import org.imprimatur.graph.RecordChange;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Sha256;

/**
 * The digests of revisions (design §4; docs/ledger.md tells how to recompute them): that of the content is equal on every
 * machine for equal content, that of the chain covers all that was ever published.
 */
final class Chain {

	/** What the first revision's chain follows. */
	static final String BEGINNING = "";

	private Chain() {
	}

	/** The digest of what is live: of each the id, its dossier and the digest of its canonical form, in the order of ids. */
	static String content(RecordState state) {
		return Sha256.of(state.ids().stream().map(id -> Objects.requireNonNull(state.live().get(id)))
				.map(Journal::write).collect(Collectors.joining("\n")));
	}

	/** The digest of a revision, of what it changed, of its content, and of the chain before it. */
	static String chain(String previous, int number, Instant time, String author, String message, Cause cause,
			String contentDigest, Collection<? extends RecordChange> changes) {
		String journal = Sha256.of(changes.stream().map(Journal::write).collect(Collectors.joining("\n")));
		return Sha256.of(CanonicalForm.mapper()
				.writeValueAsString(new TreeMap<>(Map.of("author", author, "cause", cause.name(), "changes", journal,
						"content", contentDigest, "message", message, "number", number, "previous", previous, "time",
						DateTimeFormatter.ISO_INSTANT.format(time)))));
	}
}
