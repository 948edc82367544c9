package org.imprimatur.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.FilterChain;
import java.util.concurrent.Semaphore;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** All bodies that are in memory at once are bounded, and make room again. */
class BodyLimitTest {

	private static final int BODY = 1_000;

	@Test
	void whatIsReadBeyondAllThatMayBeHeldIsRefused() throws Exception {
		Semaphore free = new Semaphore(2 * BODY + 1);
		BoundedRequest first = request(free);
		assertThat(first.getInputStream().readAllBytes()).hasSize(BODY);
		assertThat(first.getInputStream()).as("read once").isSameAs(first.getInputStream());
		assertThat(request(free).getInputStream().readAllBytes()).hasSize(BODY);
		BoundedRequest third = request(free);
		assertThatExceptionOfType(Refusal.class).isThrownBy(third::getInputStream)
				.satisfies(refusal -> assertThat(refusal.code()).isEqualTo(Code.OVERLOADED));
		assertThat(third.taken()).isZero();
		free.release(first.taken());
		assertThat(request(free).getInputStream().readAllBytes()).hasSize(BODY);
	}

	@Test
	void whatWasAnsweredMakesRoom() throws Exception {
		BodyLimit limit = new BodyLimit();
		FilterChain reading = (request, response) -> request.getInputStream();
		for (int request = 0; request <= BodyLimit.BYTES_AT_ONCE / BoundedRequest.LONGEST_BODY; request++) {
			limit.doFilter(post(BoundedRequest.LONGEST_BODY), new MockHttpServletResponse(), reading);
		}
	}

	private static BoundedRequest request(Semaphore free) {
		return new BoundedRequest(post(BODY), free);
	}

	private static MockHttpServletRequest post(int length) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/graphql");
		request.setContent(new byte[length]);
		return request;
	}
}
