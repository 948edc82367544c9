package org.imprimatur.api.revisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Random;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.RoundTrips;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;

/** Anybody can have the ledger verified, and nobody can have it read without end. */
@ApplicationTest
class VerificationAnswersTest {

	private final Asker asker;
	private final RoundTrips roundTrips;
	private final Past past;
	private final RecordStore records;

	VerificationAnswersTest(@Autowired Asker asker, @Autowired RoundTrips roundTrips, @Autowired Ledger ledger,
			@Autowired RecordStore records) {
		this.asker = asker;
		this.roundTrips = roundTrips;
		this.past = new Past(ledger, records);
		this.records = records;
	}

	@Test
	void aDigestKeptElsewhereIsFoundAgain() {
		Map<String, Object> before = verification(Map.of());
		assertThat(before).containsEntry("result", "VERIFIED").containsEntry("revision", records.head())
				.containsEntry("digestOf", null).containsEntry("nodeId", null);
		try {
			past.publish(new Random(1), 1);
			assertThat(verification(Map.of("head", before.get("chainDigest")))).containsEntry("result", "VERIFIED")
					.containsEntry("revision", records.head()).containsEntry("digestOf", before.get("revision"));
		} finally {
			past.restore();
		}
	}

	@Test
	void anotherDigestTellsThatTheChainMayHaveBeenRewritten() {
		assertThat(verification(Map.of("head", "0".repeat(64)))).containsEntry("result", "TAMPERED")
				.containsEntry("revision", 1).extractingByKey("sentence").asString().contains("0".repeat(64));
	}

	@Test
	void theGraphIsReadOnceUntilSomethingIsPublished() {
		verification(Map.of());
		assertThat(roundTrips.of(() -> verification(Map.of()))).isZero();
		try {
			past.publish(new Random(2), 1);
			assertThat(roundTrips.of(() -> verification(Map.of()))).isPositive();
		} finally {
			past.restore();
		}
	}

	@Test
	void noAnswerIsKept() throws IOException, InterruptedException {
		HttpResponse<String> response = HttpClient.newHttpClient().send(
				HttpRequest.newBuilder(URI.create(asker.origin() + "/graphql/documents/verification")).build(),
				HttpResponse.BodyHandlers.ofString());
		assertThat(response.body()).contains("VERIFIED");
		assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(response.headers().firstValue("ETag")).isEmpty();
	}

	private Map<String, Object> verification(Map<String, Object> variables) {
		return asker.ask("verification", variables).path("verification")
				.entity(new ParameterizedTypeReference<Map<String, Object>>() {
				}).get();
	}
}
