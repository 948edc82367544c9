package org.imprimatur.api.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.springframework.http.HttpHeaders;

/**
 * How much each client may put in line while there is no room for it; what finds room at once is not counted. So one
 * that asks too much is refused before it keeps others waiting.
 */
final class ClientShares {

	/** By weight: as much as two of the heaviest operations. */
	static final int SHARE = 32;
	private static final Duration WINDOW = Duration.ofSeconds(2);

	/** Longer than a window, after which a share is whole again. */
	private static final Duration REMEMBERED = Duration.ofMinutes(1);
	private static final long CLIENTS = 100_000;

	private static final String POLICY = "\"in-line\";q=%d;w=%d".formatted(SHARE, WINDOW.toSeconds());

	private final LoadingCache<String, Bucket> shares;

	/**
	 * The shares of all clients.
	 *
	 * @param time what time they come back by
	 */
	ClientShares(TimeMeter time) {
		this.shares = Caffeine.newBuilder().expireAfterAccess(REMEMBERED).maximumSize(CLIENTS)
				.build(client -> Bucket.builder().withCustomTimePrecision(time)
						.addLimit(limit -> limit.capacity(SHARE).refillGreedy(SHARE, WINDOW)).build());
	}

	/** Counts for nothing what had its turn soon. */
	void giveBack(String client, int weight) {
		shares.get(client).addTokens(weight);
	}

	/**
	 * Puts something in line.
	 *
	 * @throws Refusal if the client has as much there as it may
	 */
	void take(String client, int weight) {
		ConsumptionProbe probe = shares.get(client).tryConsumeAndReturnRemaining(weight);
		if (!probe.isConsumed()) {
			long seconds = Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(999).toSeconds());
			throw new Refusal(Code.TOO_MANY_REQUESTS,
					"""
						much is being answered, and this client has its share of what may wait for it: try again in %d \
						seconds, and ask for less at once"""
							.formatted(seconds))
					.withHeaders(Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(seconds), "RateLimit-Policy", POLICY,
							"RateLimit", "\"in-line\";r=%d;t=%d".formatted(probe.getRemainingTokens(), seconds)));
		}
	}
}
