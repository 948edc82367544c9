package org.imprimatur.api.publishing;

import java.util.List;
import java.util.Map;
import org.imprimatur.dossier.Mistake;
import org.imprimatur.ledger.PublicationRefused;
import org.imprimatur.ledger.PublicationRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.function.ServerResponse;

/** Why a publication is refused, with a sentence that says what to do: told as problem details (RFC 9457). */
final class PublicationProblem extends RuntimeException {

	private static final String BEARER = "Bearer realm=\"imprimatur\"";

	private final HttpStatus status;
	private final String code;
	private final transient Map<String, Object> details;
	private final @Nullable String challenge;

	private PublicationProblem(HttpStatus status, String code, String sentence, Map<String, Object> details,
			@Nullable String challenge) {
		super(sentence);
		this.status = status;
		this.code = code;
		this.details = details;
		this.challenge = challenge;
	}

	private PublicationProblem(HttpStatus status, String code, String sentence) {
		this(status, code, sentence, Map.of(), null);
	}

	static PublicationProblem off() {
		return new PublicationProblem(HttpStatus.FORBIDDEN, "PUBLISHING_OFF",
				"publishing over HTTP is not allowed here: docs/publishing.md tells how to allow it");
	}

	static PublicationProblem unauthorized() {
		return new PublicationProblem(HttpStatus.UNAUTHORIZED, "TOKEN_MISSING",
				"give a curator's token: Authorization: Bearer TOKEN", Map.of(), BEARER);
	}

	static PublicationProblem wrongToken() {
		return invalidToken("TOKEN_WRONG", "this token is no curator's");
	}

	static PublicationProblem expiredToken(String day) {
		return invalidToken("TOKEN_EXPIRED", "this token was good before %s: ask for a new one".formatted(day));
	}

	private static PublicationProblem invalidToken(String code, String sentence) {
		return new PublicationProblem(HttpStatus.UNAUTHORIZED, code, sentence, Map.of(),
				BEARER + ", error=\"invalid_token\", error_description=\"%s\"".formatted(sentence));
	}

	static PublicationProblem badForm(String sentence) {
		return new PublicationProblem(HttpStatus.BAD_REQUEST, "BAD_FORM", sentence);
	}

	static PublicationProblem tooLarge(String sentence) {
		return new PublicationProblem(HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE", sentence);
	}

	static PublicationProblem noDossier(String id, int revision) {
		return new PublicationProblem(HttpStatus.NOT_FOUND, "NOT_FOUND",
				"there is no %s at revision %d".formatted(id, revision));
	}

	static PublicationProblem mistakes(List<Mistake> mistakes) {
		return new PublicationProblem(HttpStatus.UNPROCESSABLE_CONTENT, "MISTAKES",
				"nothing was published: mend the mistakes and send it again", Map.of("mistakes", mistakes), null);
	}

	static PublicationProblem unavailable(String sentence) {
		return new PublicationProblem(HttpStatus.SERVICE_UNAVAILABLE, "UNAVAILABLE",
				sentence + ": try again in a moment; what was being published is published as a whole or not at all");
	}

	static PublicationProblem internal() {
		return new PublicationProblem(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR",
				"something went wrong here: see by revisions whether it was published, and try again");
	}

	static PublicationProblem of(PublicationRefused refused) {
		String sentence = String.valueOf(refused.getMessage());
		return switch (refused.reason()) {
			case Reason.Conflict conflict -> new PublicationProblem(HttpStatus.CONFLICT, "CONFLICT", sentence,
					Map.of("changed", conflict.changed()), null);
			case Reason.NoSuchBase ignored -> new PublicationProblem(HttpStatus.CONFLICT, "NO_SUCH_BASE", sentence);
			case Reason.TooLarge ignored -> tooLarge(sentence);
		};
	}

	ServerResponse response() {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, String.valueOf(getMessage()));
		problem.setProperty("code", code);
		details.forEach(problem::setProperty);
		ServerResponse.BodyBuilder response = ServerResponse.status(status)
				.contentType(MediaType.APPLICATION_PROBLEM_JSON);
		if (challenge != null) {
			response.header(HttpHeaders.WWW_AUTHENTICATE, challenge);
		}
		return response.body(problem);
	}
}
