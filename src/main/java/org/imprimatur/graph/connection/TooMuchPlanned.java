package org.imprimatur.graph.connection;

/** Too many statements of a shape that was not seen before are being planned at once. */
public final class TooMuchPlanned extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public TooMuchPlanned(int limit) {
		super("questions of %d shapes that nobody asked before are being planned, and %d at once is the limit"
				.formatted(limit, limit));
	}
}
