package org.imprimatur.api.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * When requests come and are answered. What can wait does so until there are none; and before the server takes no more,
 * those on their way arrive: at the end each answer closes its connection, and all goes on until nothing has come for a
 * moment. Where they come without end, the door is closed, and what was let in by then is answered.
 */
@Component
class Traffic implements SmartLifecycle {

	private static final Duration QUIET = Duration.ofMillis(300);
	private static final Duration LONGEST = Duration.ofSeconds(5);
	private static final long STEP = 20;

	private final WebServerApplicationContext context;
	private volatile boolean running;
	private final AtomicInteger underWay = new AtomicInteger();
	private volatile long lastHeard = System.nanoTime() - QUIET.toNanos();

	Traffic(WebServerApplicationContext context) {
		this.context = context;
	}

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

	/** Before the server, whose phase is lower, stops: it would not answer what it has let in and not yet read. */
	@Override
	public void stop() {
		running = false;
		awaitQuiet();
		if (context.getWebServer() instanceof TomcatWebServer server) {
			for (Connector connector : server.getTomcat().getService().findConnectors()) {
				connector.getProtocolHandler().closeServerSocketGraceful();
			}
		}
		awaitQuiet();
	}

	/** The server goes on while its context is paused, and a closed door stays closed. */
	@Override
	public boolean isPauseable() {
		return false;
	}

	private void awaitQuiet() {
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
