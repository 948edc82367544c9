package org.imprimatur.api.error;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.graph.connection.GraphUnavailable;
import org.imprimatur.graph.connection.ReadTimedOut;
import org.imprimatur.graph.connection.TooMuchPlanned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What clients are told of what was thrown: no more than that it failed, unless they can do something about it. */
public final class Failures {

	private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

	/** One line tells as much as hundreds of the same; a line each ten seconds tells how long it lasts. */
	private static final Bucket LINES = Bucket.builder()
			.addLimit(limit -> limit.capacity(1).refillGreedy(1, Duration.ofSeconds(10))).build();

	private Failures() {
	}

	/**
	 * Makes a refusal of whatever was thrown, and logs what is no client's doing.
	 *
	 * @param asked what could not be answered, for the log
	 * @param unforeseen what to say of a failure that nobody foresaw
	 */
	public static Refusal refusal(Throwable thrown, Object asked, String unforeseen) {
		return switch (thrown) {
			case Refusal refusal -> refusal;
			case ReadTimedOut late -> new Refusal(Code.LIMIT_EXCEEDED, late.getMessage() + ": ask for less at once");
			case TooMuchPlanned busy ->
				new Refusal(Code.LIMIT_EXCEEDED, busy.getMessage() + ": try again in a moment");
			case GraphUnavailable away -> {
				if (LINES.tryConsume(1)) {
					LOG.warn("cannot answer {}: {}", asked, away.getMessage());
				}
				yield new Refusal(Code.UNAVAILABLE, away.getMessage() + ": try again in a moment");
			}
			default -> {
				LOG.error("cannot answer {}", asked, thrown);
				yield new Refusal(Code.INTERNAL_ERROR, unforeseen);
			}
		};
	}
}
