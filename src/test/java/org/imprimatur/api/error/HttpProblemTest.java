package org.imprimatur.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.graph.connection.GraphUnavailable;
import org.imprimatur.graph.connection.ReadTimedOut;
import org.imprimatur.graph.connection.TooMuchPlanned;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerResponse;

/** What HTTP says of a refusal beside its body, and of which failures. */
class HttpProblemTest {

	private static final String OTHERWISE = "this failed";

	@Test
	void onlyWhatPassesIsToBeTriedAgain() {
		for (Code code : Code.values()) {
			ServerResponse response = HttpProblem.of(new Refusal(code, "no"));
			assertThat(response.headers().containsHeader(HttpHeaders.RETRY_AFTER)).as(code.name())
					.isEqualTo(code == Code.UNAVAILABLE || code == Code.OVERLOADED);
			assertThat(response.statusCode().value() == 503).as(code.name())
					.isEqualTo(code == Code.UNAVAILABLE || code == Code.OVERLOADED);
		}
	}

	@Test
	void whoeverNeedsATokenIsChallenged() {
		assertThat(challenge(Code.TOKEN_MISSING)).isEqualTo("Bearer realm=\"imprimatur\"");
		assertThat(challenge(Code.TOKEN_WRONG)).isEqualTo(
				"Bearer realm=\"imprimatur\", error=\"invalid_token\", error_description=\"no\"");
		assertThat(challenge(Code.TOKEN_EXPIRED)).isEqualTo(challenge(Code.TOKEN_WRONG));
		assertThat(challenge(Code.PUBLISHING_OFF)).isNull();
	}

	@Test
	void aFailureTellsNoMoreThanHelps() {
		assertThat(told(new ReadTimedOut(Duration.ofSeconds(3), new IOException()))).isEqualTo(
				"LIMIT_EXCEEDED: this took longer than 3 seconds, which is the limit: ask for less at once");
		assertThat(told(new TooMuchPlanned(4))).startsWith("LIMIT_EXCEEDED: questions of 4 shapes")
				.endsWith("and 4 at once is the limit: try again in a moment");
		assertThat(told(GraphUnavailable.silent(new IOException("cut"))))
				.isEqualTo("UNAVAILABLE: the graph does not answer: try again in a moment");
		assertThat(told(new IOException("cut"))).isEqualTo("INTERNAL_ERROR: this failed");
		assertThat(told(Refusal.noNode("model/x"))).startsWith("NOT_FOUND: there is no node 'model/x'");
	}

	private static @Nullable String challenge(Code code) {
		return HttpProblem.of(new Refusal(code, "no")).headers().getFirst(HttpHeaders.WWW_AUTHENTICATE);
	}

	private static String told(Throwable failure) {
		Refusal refusal = Failures.refusal(failure, "/asked", OTHERWISE);
		return "%s: %s".formatted(refusal.code(), refusal.sentence());
	}
}
