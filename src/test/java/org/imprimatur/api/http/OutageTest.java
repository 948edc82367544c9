package org.imprimatur.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.RoundTrips;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** While the graph is out of reach, what is kept is still answered, and the rest says to try again. */
@ApplicationTest
class OutageTest {

	private static final String GRAPHQL = "application/graphql-response+json";
	private static final String KEPT = "/graphql/documents/condition-set?model=model/fable-5&asOf=2026-06-27";
	private static final String QUERY = "{\"query\": \"{ models { totalCount } }\"}";

	private final Asker asker;
	private final RoundTrips roundTrips;
	private final HttpClient client = HttpClient.newHttpClient();

	OutageTest(@Autowired Asker asker, @Autowired RoundTrips roundTrips) {
		this.asker = asker;
		this.roundTrips = roundTrips;
	}

	@Test
	void whatIsKeptIsStillAnswered() {
		HttpResponse<String> before = get(KEPT);
		assertThat(before.statusCode()).as(before.body()).isEqualTo(200);
		roundTrips.without(() -> {
			assertThat(get(KEPT).body()).isEqualTo(before.body());
			assertThat(send(to(KEPT).header("Accept", GRAPHQL).header("If-None-Match",
					before.headers().firstValue("ETag").orElseThrow())).statusCode()).isEqualTo(304);
		});
	}

	@Test
	void theRestSaysToTryAgain() {
		roundTrips.without(() -> {
			unavailable(post(GRAPHQL));
			unavailable(get("/graphql?query=%7Bmodels%7BtotalCount%7D%7D&operationName="));
			unavailable(post("application/json"));
		});
		assertThat(post(GRAPHQL).statusCode()).isEqualTo(200);
	}

	@Test
	void aPageSaysSoAndAsksAgainByItself() {
		roundTrips.without(() -> {
			HttpResponse<String> page = send(to("/company/anthropic").header("Accept", "text/html"));
			assertThat(page.statusCode()).as(page.body()).isEqualTo(503);
			assertThat(page.body()).contains("http-equiv=\"refresh\"", "the graph does not answer");
		});
		assertThat(get("/company/anthropic").body()).doesNotContain("http-equiv");
	}

	private static void unavailable(HttpResponse<String> response) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
		assertThat(response.body()).contains("\"code\":\"UNAVAILABLE\"", "try again in a moment")
				.doesNotContain("cut off", "neo4j", "Exception");
		assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(response.headers().firstValue("ETag")).isEmpty();
		assertThat(response.headers().firstValue("Retry-After")).isPresent();
	}

	private HttpResponse<String> get(String address) {
		return send(to(address).header("Accept", GRAPHQL));
	}

	private HttpResponse<String> post(String accept) {
		return send(to("/graphql").header("Accept", accept).header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString(QUERY)));
	}

	private HttpRequest.Builder to(String address) {
		return HttpRequest.newBuilder(URI.create(asker.origin() + address));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return client.send(request.build(), BodyHandlers.ofString());
		} catch (IOException | InterruptedException e) {
			throw new AssertionError(e);
		}
	}
}
