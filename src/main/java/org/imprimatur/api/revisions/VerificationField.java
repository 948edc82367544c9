package org.imprimatur.api.revisions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.imprimatur.api.computed.RootField;
import org.imprimatur.api.computed.VolatileAnswer;
import org.imprimatur.graph.record.Revision;
import org.imprimatur.ledger.Head;
import org.imprimatur.ledger.Verdict;
import org.imprimatur.ledger.Verdict.Tampered;
import org.imprimatur.ledger.Verdict.Unpublished;
import org.imprimatur.ledger.Verdict.Verified;
import org.imprimatur.ledger.Verification;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers {@code verification}. It reads the whole graph, so that there is one at a time, and none again within a
 * minute unless something was published: who asks meanwhile gets the one before.
 */
@Component
class VerificationField extends RootField<VerificationField.Arguments> {

	private static final Duration A_MINUTE = Duration.ofMinutes(1);

	private final Verification verification;
	private final Head head;
	private final Clock clock;
	private final ReentrantLock one = new ReentrantLock();
	private @Nullable Done last;

	VerificationField(Verification verification, Head head, Clock clock) {
		super("verification", Arguments.class, VerificationAnswer.class);
		this.verification = verification;
		this.head = head;
		this.clock = clock;
	}

	/** What is asked. */
	record Arguments(@Nullable String head) {
	}

	/** What was found, in short. */
	enum VerificationResult {
		VERIFIED,
		TAMPERED,
		UNPUBLISHED
	}

	/** What was found. */
	record VerificationAnswer(VerificationResult result, String sentence, @Nullable Integer revision,
			@Nullable String nodeId, @Nullable String chainDigest, @Nullable Integer digestOf,
			OffsetDateTime verifiedAt)
			implements
				VolatileAnswer {
	}

	private record Done(int head, Instant at, Verdict verdict) {
	}

	@Override
	public VerificationAnswer answer(Arguments arguments, int revision) {
		Done done = done();
		OffsetDateTime at = done.at().atOffset(ZoneOffset.UTC);
		String kept = arguments.head();
		Verdict verdict = kept == null ? done.verdict() : done.verdict().against(kept);
		return switch (verdict) {
			case Verified it -> new VerificationAnswer(VerificationResult.VERIFIED, it.sentence(), it.head().number(),
					null, it.head().chainDigest(),
					Optional.ofNullable(kept).flatMap(it::find).map(Revision::number).orElse(null), at);
			case Tampered it -> new VerificationAnswer(VerificationResult.TAMPERED, it.sentence(), it.revision(),
					it.id(), null, null, at);
			case Unpublished it -> new VerificationAnswer(VerificationResult.UNPUBLISHED, it.sentence(), null, null,
					null, null, at);
		};
	}

	private Done done() {
		one.lock();
		try {
			int newest = head.number();
			Instant now = clock.instant();
			Done done = last;
			if (done == null || done.head() != newest || done.at().plus(A_MINUTE).isBefore(now)) {
				Verdict verdict = verification.verify((revisions, states) -> {
				});
				done = new Done(newest, clock.instant(), verdict);
				last = done;
			}
			return done;
		} finally {
			one.unlock();
		}
	}
}
