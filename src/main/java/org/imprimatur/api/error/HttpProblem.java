package org.imprimatur.api.error;

import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.function.ServerResponse;

/** A refusal as HTTP tells it: problem details (RFC 9457), and the challenge of whoever needs a token (RFC 6750). */
public final class HttpProblem {

	private static final String BEARER = "Bearer realm=\"imprimatur\"";

	private HttpProblem() {
	}

	public static ServerResponse of(Refusal refusal) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(refusal.code().status(), refusal.sentence());
		problem.setProperty("code", refusal.code());
		refusal.details().forEach(problem::setProperty);
		return ServerResponse.status(refusal.code().status()).contentType(MediaType.APPLICATION_PROBLEM_JSON)
				.headers(headers -> {
					challenge(refusal).ifPresent(it -> headers.set(HttpHeaders.WWW_AUTHENTICATE, it));
					refusal.headers().forEach(headers::set);
				}).body(problem);
	}

	private static Optional<String> challenge(Refusal refusal) {
		return switch (refusal.code()) {
			case TOKEN_MISSING -> Optional.of(BEARER);
			case TOKEN_WRONG, TOKEN_EXPIRED -> Optional.of(
					BEARER + ", error=\"invalid_token\", error_description=\"%s\"".formatted(refusal.sentence()));
			default -> Optional.empty();
		};
	}
}
