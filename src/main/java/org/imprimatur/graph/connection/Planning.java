package org.imprimatur.graph.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets few statements be planned at once. Neo4j plans a text that it has not seen, which can take seconds and is the
 * door to overload (design, "The API"); one that it has seen passes.
 */
final class Planning {

	private static final int AT_ONCE = 4;
	/** As many as Neo4j keeps plans of; what it has forgotten, it plans again. */
	private static final long REMEMBERED = 1_000;

	private final Semaphore free = new Semaphore(AT_ONCE);
	private final Cache<String, Boolean> seen = Caffeine.newBuilder().maximumSize(REMEMBERED).build();
	private final Duration patience;

	/**
	 * A door.
	 *
	 * @param patience how long a text that was not seen waits before it
	 */
	Planning(Duration patience) {
		this.patience = patience;
	}

	/**
	 * Runs what sends a text to Neo4j.
	 *
	 * @throws TooMuchPlanned if the text was not seen before, and too many such are under way
	 */
	<T> T of(String text, Supplier<T> run) {
		if (seen.getIfPresent(text) != null) {
			return run.get();
		}
		if (!entered()) {
			throw new TooMuchPlanned(AT_ONCE);
		}
		try {
			T answer = run.get();
			seen.put(text, Boolean.TRUE);
			return answer;
		} finally {
			free.release();
		}
	}

	private boolean entered() {
		try {
			return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}
}
