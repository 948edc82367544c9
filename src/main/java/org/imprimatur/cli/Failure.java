package org.imprimatur.cli;

/** That a command ends without having done what it was asked: why, and what to do about it. */
final class Failure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int exitCode;

	Failure(int exitCode, String sentence) {
		super(sentence);
		this.exitCode = exitCode;
	}

	int exitCode() {
		return exitCode;
	}
}
