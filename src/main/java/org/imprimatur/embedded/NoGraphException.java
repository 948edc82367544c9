package org.imprimatur.embedded;

/** There is no graph to open here: why, and what to do about it. */
final class NoGraphException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String action;

	NoGraphException(String description, String action) {
		super(description);
		this.action = action;
	}

	String action() {
		return action;
	}
}
