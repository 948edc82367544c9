package org.imprimatur.api.http;

import org.springframework.http.HttpStatus;

/** A request that is refused before GraphQL sees it, with a sentence that says why and what to do instead. */
final class HttpRefusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final HttpStatus status;
	private final String code;

	HttpRefusal(HttpStatus status, String code, String sentence) {
		super(sentence);
		this.status = status;
		this.code = code;
	}

	/** A request whose form is wrong. */
	static HttpRefusal malformed(String sentence) {
		return new HttpRefusal(HttpStatus.BAD_REQUEST, "BAD_REQUEST", sentence);
	}

	HttpStatus status() {
		return status;
	}

	String code() {
		return code;
	}

	String sentence() {
		return String.valueOf(getMessage());
	}
}
