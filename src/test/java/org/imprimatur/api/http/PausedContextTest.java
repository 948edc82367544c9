package org.imprimatur.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** A context is paused while none of the tests that share it asks, and the server goes on meanwhile. */
@ApplicationTest
class PausedContextTest {

	private final Asker asker;
	private final ConfigurableApplicationContext context;

	PausedContextTest(@Autowired Asker asker, @Autowired ConfigurableApplicationContext context) {
		this.asker = asker;
		this.context = context;
	}

	@Test
	void whoComesWhileItIsPausedAndAfterwardsIsLetIn() throws Exception {
		context.pause();
		try {
			assertThat(statusForANewcomer()).isEqualTo(200);
		} finally {
			context.restart();
		}
		assertThat(statusForANewcomer()).isEqualTo(200);
	}

	/** By a connection of its own: those that there are outlive a closed door. */
	private int statusForANewcomer() throws Exception {
		try (HttpClient newcomer = HttpClient.newHttpClient()) {
			URI revision = URI.create(asker.origin() + "/graphql?query=%7Brevision%7D");
			return newcomer.send(HttpRequest.newBuilder(revision).build(), BodyHandlers.discarding()).statusCode();
		}
	}
}
