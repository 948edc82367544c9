package org.imprimatur.api.error;

import org.jspecify.annotations.Nullable;

/** A request that is refused, with a sentence that says why and what to do instead. */
public final class Refusal extends RuntimeException {

	/** Why a request is refused; clients can rely on the names. */
	public enum Code {
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
	private final @Nullable String missing;

	public Refusal(Code code, String sentence) {
		this(code, sentence, null);
	}

	private Refusal(Code code, String sentence, @Nullable String missing) {
		super(sentence);
		this.code = code;
		this.missing = missing;
	}

	/** Refuses an id of which there is no node. */
	public static Refusal noNode(String id) {
		return noNode(id, "there is no node '%s': search finds ids".formatted(id));
	}

	/** Refuses an id of which there is no node that can be used, with a sentence of its own. */
	public static Refusal noNode(String id, String sentence) {
		return new Refusal(Code.NOT_FOUND, sentence, id);
	}

	/** The id of which there is no node, if that is why. */
	@Nullable
	public String missing() {
		return missing;
	}

	public Code code() {
		return code;
	}
}
