package org.imprimatur.api;

/** A request that is refused, with a sentence that says why and what to do instead. */
final class Refusal extends RuntimeException {

	/** Why a request is refused; clients can rely on the names. */
	enum Code {
		/** Nothing has that id, or there is no such revision. */
		NOT_FOUND,
		/** Several have that name. */
		AMBIGUOUS,
		/** The query or its variables do not fit the schema. */
		BAD_QUERY,
		/** An argument's value cannot be used. */
		BAD_ARGUMENT,
		/** A limit is exceeded. */
		LIMIT_EXCEEDED
	}

	private final Code code;

	Refusal(Code code, String sentence) {
		super(sentence);
		this.code = code;
	}

	/** Refuses an id of which there is no node. */
	static Refusal noNode(String id) {
		return new Refusal(Code.NOT_FOUND, "there is no node '%s': search finds ids".formatted(id));
	}

	Code code() {
		return code;
	}
}
