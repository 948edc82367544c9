package org.imprimatur.ledger;

import java.util.List;
import java.util.Optional;
import org.imprimatur.graph.record.Revision;
import org.jspecify.annotations.Nullable;

/** What verification found. */
public sealed interface Verdict {

	/** The verdict in words. */
	String sentence();

	/** The verdict in view of a revision's {@code chainDigest} that was kept where the graph's writers cannot write. */
	default Verdict against(String chainDigest) {
		return this;
	}

	/**
	 * Everything is as it was published.
	 *
	 * @param revisions all revisions, in order
	 */
	record Verified(List<Revision> revisions) implements Verdict {

		/** The newest revision. */
		public Revision head() {
			return revisions.getLast();
		}

		/** The revision with this {@code chainDigest}, if there is one. */
		public Optional<Revision> find(String chainDigest) {
			return revisions.stream().filter(it -> it.chainDigest().equals(chainDigest)).findFirst();
		}

		@Override
		public String sentence() {
			return "Everything is as the revisions 1 to %d published it.".formatted(head().number());
		}

		@Override
		public Verdict against(String chainDigest) {
			return find(chainDigest).isPresent() ? this : Tampered.rewritten(chainDigest);
		}
	}

	/**
	 * Something was changed without being published.
	 *
	 * @param revision the first revision of which something was changed
	 * @param id the first entity of it of which something was changed, if it can be told
	 */
	record Tampered(int revision, @Nullable String id, String sentence) implements Verdict {

		private static Tampered rewritten(String chainDigest) {
			return new Tampered(1, null,
					"No revision has the digest %s: the whole chain may have been rewritten, or its end be cut off."
							.formatted(chainDigest));
		}
	}

	/** Nothing was published yet. */
	record Unpublished() implements Verdict {

		@Override
		public String sentence() {
			return "Nothing was published yet.";
		}

		@Override
		public Verdict against(String chainDigest) {
			return Tampered.rewritten(chainDigest);
		}
	}
}
