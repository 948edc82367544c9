package org.imprimatur.api.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * When requests come and are answered. What can wait does so until there are none; and before the server takes no more,
 * those on their way arrive: at the end each answer closes its connection, and all goes on until nothing has come for a
 * moment.
 */
@Component
class Traffic implements SmartLifecycle {

	private static final Duration QUIET = Duration.ofMillis(300);
	private static final Duration LONGEST = Duration.ofSeconds(5);
	private static final long STEP = 20;

	private volatile boolean running;
	private final AtomicInteger underWay = new AtomicInteger();
	private volatile long lastHeard = System.nanoTime() - QUIET.toNanos();

	/** Takes note of a request, and tells whether it is to be the last of its connection. */
	boolean asked() {
		underWay.incrementAndGet();
		lastHeard = System.nanoTime();
		return !running;
	}

	/** Takes note that it was answered, or that its answer has become a stream. */
	void answered() {
		underWay.decrementAndGet();
		lastHeard = System.nanoTime();
	}

	/** Whether nothing was asked or being answered for so long, nor the server started within it. */
	boolean isQuietFor(Duration time) {
		return underWay.get() == 0 && System.nanoTime() - lastHeard > time.toNanos();
	}

	@Override
	public void start() {
		lastHeard = System.nanoTime();
		running = true;
	}

	/** Before the server, whose phase is lower, stops. */
	@Override
	public void stop() {
		running = false;
		long begun = System.nanoTime();
		try {
			while (!isQuietFor(QUIET) && System.nanoTime() - begun < LONGEST.toNanos()) {
				Thread.sleep(STEP);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return running;
	}
}
