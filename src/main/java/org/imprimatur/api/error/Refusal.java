package org.imprimatur.api.error;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** A request that is refused, with a sentence that says why and what to do instead. */
public final class Refusal extends RuntimeException {

	private static final String MISSING = "missing";

	/** Why a request is refused; clients can rely on the names. */
	public enum Code {
		/** Nothing has that id, or there is no such revision, document or form. */
		NOT_FOUND(HttpStatus.NOT_FOUND),
		/** Several have that name. */
		AMBIGUOUS(HttpStatus.BAD_REQUEST),
		/** The query or its variables do not fit the schema. */
		BAD_QUERY(HttpStatus.BAD_REQUEST),
		/** An argument's value cannot be used. */
		BAD_ARGUMENT(HttpStatus.BAD_REQUEST),
		/** A limit is exceeded. */
		LIMIT_EXCEEDED(HttpStatus.CONTENT_TOO_LARGE),
		/** What came is no GraphQL request that can be read. */
		BAD_REQUEST(HttpStatus.BAD_REQUEST),
		/** No document with that hash is known: send it with the hash, and it will be. */
		PERSISTED_QUERY_NOT_FOUND(HttpStatus.BAD_REQUEST),
		/** The client takes no media type that there is. */
		NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
		/** The address is not asked by that method. */
		METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
		/** The body is of a media type that is not read. */
		UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
		/** Nobody may publish over HTTP. */
		PUBLISHING_OFF(HttpStatus.FORBIDDEN),
		/** A curator's token is asked for, and none was given. */
		TOKEN_MISSING(HttpStatus.UNAUTHORIZED),
		/** The token is no curator's. */
		TOKEN_WRONG(HttpStatus.UNAUTHORIZED),
		/** The curator's token is good no more. */
		TOKEN_EXPIRED(HttpStatus.UNAUTHORIZED),
		/** What came is no form of a publication that can be read. */
		BAD_FORM(HttpStatus.BAD_REQUEST),
		/** A publication is too large. */
		TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
		/** The dossiers of a publication have mistakes; the detail {@code mistakes} lists them. */
		MISTAKES(HttpStatus.UNPROCESSABLE_CONTENT),
		/** What a publication changes was changed meanwhile; the detail {@code changed} tells by which revisions. */
		CONFLICT(HttpStatus.CONFLICT),
		/** There is no revision that a publication says it was made from. */
		NO_SUCH_BASE(HttpStatus.CONFLICT),
		/** The disk has too little room for a publication; the sentence says how much, and how much it needs. */
		DISK_FULL(HttpStatus.INSUFFICIENT_STORAGE),
		/** The graph is out of reach: the same request may be answered in a moment. */
		UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
		/** The client has its share of what may wait; the header {@code Retry-After} says when to try again. */
		TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
		/** Too much is under way: the same request may be answered in a moment. */
		OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE),
		/** Something failed that nobody foresaw. */
		INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR);

		private static final String RETRY_SECONDS = "5";

		private final HttpStatus status;

		Code(HttpStatus status) {
			this.status = status;
		}

		/** What HTTP says of it, where nothing but the refusal is answered. */
		public HttpStatus status() {
			return status;
		}

		/** What GraphQL classifies it as. */
		ErrorType classification() {
			return switch (status) {
				case NOT_FOUND -> ErrorType.NOT_FOUND;
				case UNAUTHORIZED -> ErrorType.UNAUTHORIZED;
				case FORBIDDEN -> ErrorType.FORBIDDEN;
				default -> status.is5xxServerError() ? ErrorType.INTERNAL_ERROR : ErrorType.BAD_REQUEST;
			};
		}

		/** When to try the same again, as HTTP says it; nothing where that does not help. */
		public Map<String, String> headers() {
			return status == HttpStatus.SERVICE_UNAVAILABLE
					? Map.of(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
					: Map.of();
		}
	}

	private final Code code;
	private final String sentence;
	private final transient Map<String, Object> details;
	private final transient Map<String, String> headers;

	public Refusal(Code code, String sentence) {
		this(code, sentence, Map.of());
	}

	/**
	 * A refusal.
	 *
	 * @param details what a program can read of it beside the code, by name
	 */
	public Refusal(Code code, String sentence, Map<String, Object> details) {
		this(code, sentence, details, code.headers());
	}

	private Refusal(Code code, String sentence, Map<String, Object> details, Map<String, String> headers) {
		super(sentence);
		this.code = code;
		this.sentence = sentence;
		this.details = details;
		this.headers = headers;
	}

	/** Refuses a request whose form is wrong. */
	public static Refusal malformed(String sentence) {
		return new Refusal(Code.BAD_REQUEST, sentence);
	}

	/** Refuses an id of which there is no node. */
	public static Refusal noNode(String id) {
		return noNode(id, "there is no node '%s': search finds ids".formatted(id));
	}

	/** Refuses an id of which there is no node that can be used, with a sentence of its own. */
	public static Refusal noNode(String id, String sentence) {
		return new Refusal(Code.NOT_FOUND, sentence, Map.of(MISSING, id));
	}

	/** Refuses what cannot be an id of what is asked for. */
	public static Refusal noId(String id, String sentence) {
		return new Refusal(Code.BAD_ARGUMENT, sentence, Map.of(MISSING, id));
	}

	/** The same with ids that may be meant, in words and for programs. */
	public Refusal withNearest(String words, List<String> ids) {
		Map<String, Object> more = new HashMap<>(details);
		more.put("nearest", ids);
		return new Refusal(code, "%s. Did you mean %s?".formatted(sentence, words), more);
	}

	/** The same with headers of its own. */
	public Refusal withHeaders(Map<String, String> others) {
		return new Refusal(code, sentence, details, others);
	}

	/** What HTTP tells of it beside the status. */
	public Map<String, String> headers() {
		return headers;
	}

	/** The id of which there is no node, if that is why. */
	public @Nullable String missing() {
		return (String) details.get(MISSING);
	}

	public Code code() {
		return code;
	}

	public String sentence() {
		return sentence;
	}

	Map<String, Object> details() {
		return details;
	}
}
