package org.imprimatur.ledger;

import java.util.Comparator;
import java.util.Optional;
import org.imprimatur.ledger.Verdict.Tampered;
import org.jspecify.annotations.Nullable;

/** Keeps the first of what was found to be tampered with: of the lowest revision, then of the first id. */
final class FirstTampering {

	private static final Comparator<Tampered> ORDER = Comparator.comparingInt(Tampered::revision)
			.thenComparing(Tampered::id, Comparator.nullsLast(Comparator.naturalOrder()));

	private final long head;
	private @Nullable Tampered first;

	/** Keeps none yet; what belongs to no revision up to {@code head} counts as the head's. */
	FirstTampering(long head) {
		this.head = head;
	}

	void add(long revision, @Nullable String id, String sentence, @Nullable Object... words) {
		Tampered found = new Tampered(
				Math.clamp(revision < 1 || revision > head ? head : revision, 1, Integer.MAX_VALUE), id,
				sentence.formatted(words));
		if (first == null || ORDER.compare(found, first) < 0) {
			first = found;
		}
	}

	Optional<Tampered> first() {
		return Optional.ofNullable(first);
	}
}
