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
	private final int room;
	private final int longestLine;
	/** What runs and what waits: whoever has its turn runs from then on, and not only once its thread does. */
	private final AtomicInteger inside = new AtomicInteger();

	/**
	 * A gate.
	 *
	 * @param room the weight of all that may run at once
	 * @param longestLine the weight of all that may wait while the room is full
	 */
	Gate(int room, int longestLine) {
		this.free = new Semaphore(room, true);
		this.room = room;
		this.longestLine = longestLine;
	}

	/** Whether it lets something pass now, which it does not before those who wait. */
	boolean passesAtOnce(int weight) {
		// Without a time it would be let pass before them.
		boolean passes = passes(weight, Duration.ZERO);
		if (passes) {
			inside.addAndGet(weight);
		}
		return passes;
	}

	/** Whether it lets something pass, for which it may have to wait. */
	boolean passes(int weight) {
		boolean passes = inside.addAndGet(weight) <= room + longestLine && passes(weight, PATIENCE);
		if (!passes) {
			inside.addAndGet(-weight);
		}
		return passes;
	}

	/** Makes room again. */
	void leave(int weight) {
		inside.addAndGet(-weight);
		free.release(weight);
	}

	/** The weight of all that waits. */
	int waiting() {
		return inside.get() - (room - free.availablePermits());
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
