package org.imprimatur.graph;

import java.time.Duration;

/** A read that took longer than a read may take, its planning included. */
public final class ReadTimedOut extends RuntimeException {

	ReadTimedOut(Duration timeout, Throwable cause) {
		super("this took longer than %d seconds, which is the limit".formatted(timeout.toSeconds()), cause);
	}
}
