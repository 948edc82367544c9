package org.imprimatur.graph.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Lets few statements be planned at once. Neo4j plans a text that it has not seen, which can take seconds and is the
 * door to overload (design, "The API"); one that it has seen passes. A text that is being planned is waited for, so
 * however many ask the same after a start, it is planned once.
 */
final class Planning {

	private static final int AT_ONCE = 4;
	/** As many as Neo4j keeps plans of; what it has forgotten, it plans again. */
	private static final long REMEMBERED = 1_000;

	private final Semaphore free = new Semaphore(AT_ONCE);
	private final Cache<String, Boolean> seen = Caffeine.newBuilder().maximumSize(REMEMBERED).build();
	private final Map<String, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();
	private final Duration patience;
	private final Duration longest;

	/**
	 * A door.
	 *
	 * @param patience how long a text that was not seen waits before it
	 * @param longest how long a text may take that others wait for
	 */
	Planning(Duration patience, Duration longest) {
		this.patience = patience;
		this.longest = longest;
	}

	/**
	 * Runs what sends a text to Neo4j.
	 *
	 * @throws TooMuchPlanned if the text was not seen before, and too many such are under way
	 */
	<T> T of(String text, Supplier<T> run) {
		CompletableFuture<T> own = new CompletableFuture<>();
		while (seen.getIfPresent(text) == null) {
			CompletableFuture<?> others = underWay.putIfAbsent(text, own);
			if (others == null) {
				return planned(text, run, own);
			}
			await(others);
		}
		return run.get();
	}

	private <T> T planned(String text, Supplier<T> run, CompletableFuture<T> own) {
		try {
			if (!entered()) {
				TooMuchPlanned busy = new TooMuchPlanned(AT_ONCE);
				own.completeExceptionally(busy);
				throw busy;
			}
			try {
				T answer = run.get();
				seen.put(text, Boolean.TRUE);
				return answer;
			} finally {
				free.release();
			}
		} finally {
			underWay.remove(text, own);
			// If it failed of itself, whoever waits for it tries next.
			own.complete(null);
		}
	}

	/** Whoever waits for a text that found no room would find none either. */
	private void await(CompletableFuture<?> others) {
		try {
			others.get(longest.toMillis(), TimeUnit.MILLISECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new TooMuchPlanned(AT_ONCE);
		} catch (ExecutionException | TimeoutException e) {
			throw new TooMuchPlanned(AT_ONCE);
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
