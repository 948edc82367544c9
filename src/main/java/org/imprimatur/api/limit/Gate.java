package org.imprimatur.api.limit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets so much run at once, by weight. Whatever finds no room waits its turn in a short line. */
final class Gate {

	/** Longer than the line takes where what runs is as heavy as may be. */
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Semaphore free;
	private final int longestLine;
	private final AtomicInteger waiting = new AtomicInteger();

	/**
	 * A gate.
	 *
	 * @param permits the weight of all that may run at once
	 * @param longestLine the weight of all that may wait
	 */
	Gate(int permits, int longestLine) {
		this.free = new Semaphore(permits, true);
		this.longestLine = longestLine;
	}

	/** Whether it lets something pass now, which it does not before those who wait. */
	boolean passesAtOnce(int weight) {
		// Without a time it would be let pass before them.
		return passes(weight, Duration.ZERO);
	}

	/** Whether it lets something pass, for which it may have to wait. */
	boolean passes(int weight) {
		try {
			return waiting.addAndGet(weight) <= longestLine && passes(weight, PATIENCE);
		} finally {
			waiting.addAndGet(-weight);
		}
	}

	/** Makes room again. */
	void leave(int weight) {
		free.release(weight);
	}

	/** The weight of all that waits. */
	int waiting() {
		return waiting.get();
	}

	private boolean passes(int weight, Duration patience) {
		try {
			return free.tryAcquire(weight, patience.toMillis(), TimeUnit.MILLISECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}
}
