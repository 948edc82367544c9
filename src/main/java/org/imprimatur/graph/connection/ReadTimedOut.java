package org.imprimatur.graph.connection;

import java.time.Duration;

/** A read that took longer than a read may take, its planning included. */
public final class ReadTimedOut extends RuntimeException {

	public ReadTimedOut(Duration timeout, Throwable cause) {
		super("this took longer than %d seconds, which is the limit".formatted(timeout.toSeconds()), cause);
	}
}
