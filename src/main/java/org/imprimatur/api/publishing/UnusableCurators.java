package org.imprimatur.api.publishing;

/** That the configuration of the curators cannot be used. It tells no value, since that may be a token. */
final class UnusableCurators extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnusableCurators(String sentence) {
		super(sentence);
	}
}
