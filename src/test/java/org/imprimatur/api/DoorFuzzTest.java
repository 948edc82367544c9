package org.imprimatur.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever comes through the door, it is no failure of the server, the answer is JSON, and nothing of the inside shows.
 */
@ApplicationTest
class DoorFuzzTest {

	private static final long SEED = 20261124;
	private static final int MUTATED = 250;
	private static final int RANDOM = 250;
	private static final Pattern INSIDE = Pattern.compile(
			"org\\.(imprimatur|neo4j|springframework)|graphql\\.(execution|schema|parser)|java\\.(lang|util)|\\tat |COLLECT \\{|MATCH \\(|/src/|\\.java:");
	private static final Pattern TOKEN = Pattern.compile("\\$?\\w+|\"[^\"]*\"|\\.\\.\\.|\\p{Punct}");
	private static final List<String> STRANGE = List.of("\u0000", "\u202e", "\ud83d\ude00", "\ufeff", "{", "}", "(",
			")", "[",
			"...", "@skip(if: $x)", "\"", "\"\"\"", "#", "__typename", "__schema { types { name } }", "on", "fragment",
			"null", "-1", "1e999", "99999999999999999999", "$", "MATCH (n) DETACH DELETE n", "'", "\\", "\\uD800",
			"first: -1",
			"after: \"AAAA\"");

	private final Asker asker;
	private final HttpClient client = HttpClient.newHttpClient();
	private final JsonMapper json = JsonMapper.shared();

	DoorFuzzTest(@Autowired Asker asker) {
		this.asker = asker;
	}

	@Test
	void mutatedDocumentsAreAnsweredOrRefused() throws IOException, InterruptedException {
		Resource[] documents = new PathMatchingResourcePatternResolver()
				.getResources("classpath:graphql-documents/*.graphql");
		int answered = 0;
		for (int round = 0; round < MUTATED; round++) {
			Random random = new Random(SEED + round);
			String document = documents[round % documents.length].getContentAsString(StandardCharsets.UTF_8);
			String body = json.writeValueAsString(
					Map.of("query", mutated(document, random), "variables", variables(random)));
			JsonNode answer = json.readTree(held(body.getBytes(StandardCharsets.UTF_8), SEED + round));
			assertThat(answer.has("data") || answer.has("errors")).as("seed %d: %s", SEED + round, answer).isTrue();
			assertThat(answer.path("errors")).as("seed %d", SEED + round).allSatisfy(
					error -> assertThat(error.path("extensions").path("code").asString("")).isNotEmpty());
			answered += answer.path("data").isObject() ? 1 : 0;
		}
		assertThat(answered).as("documents that were still answered").isPositive();
	}

	@Test
	void randomBodiesAreRefused() throws IOException, InterruptedException {
		for (int round = 0; round < RANDOM; round++) {
			Random random = new Random(SEED + round);
			byte[] body;
			if (random.nextBoolean()) {
				body = new byte[random.nextInt(300)];
				random.nextBytes(body);
			} else {
				body = json.writeValueAsBytes(value(random, 4));
			}
			held(body, SEED + round);
		}
	}

	private String held(byte[] body, long seed) throws IOException, InterruptedException {
		HttpResponse<String> response = client.send(HttpRequest.newBuilder(URI.create(asker.origin() + "/graphql"))
				.header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body)).build(),
				BodyHandlers.ofString());
		assertThat(response.statusCode()).as("seed %d: %s", seed, response.body()).isLessThan(500);
		assertThat(response.body()).as("seed %d", seed).doesNotContainPattern(INSIDE).doesNotContain("INTERNAL_ERROR");
		return response.body();
	}

	private static String mutated(String document, Random random) {
		List<String> tokens = new ArrayList<>(
				TOKEN.matcher(document.replaceAll("(?m)^\\s*#.*$", "")).results().map(it -> it.group()).toList());
		for (int change = random.nextInt(5); change > 0; change--) {
			int place = random.nextInt(tokens.size());
			switch (random.nextInt(5)) {
				case 0 -> tokens.remove(place);
				case 1 -> tokens.add(place, tokens.get(random.nextInt(tokens.size())));
				case 2 -> tokens.set(place, tokens.get(random.nextInt(tokens.size())));
				case 3 -> tokens.add(place, STRANGE.get(random.nextInt(STRANGE.size())));
				default ->
					tokens.addAll(place, List.copyOf(tokens.subList(place, Math.min(place + 12, tokens.size()))));
			}
		}
		return String.join(" ", tokens);
	}

	private static Map<String, Object> variables(Random random) {
		return Map.of("model", random.nextBoolean() ? "model/mythos-5" : value(random, 2), "id",
				random.nextBoolean() ? "company/anthropic" : value(random, 2), "asOf",
				random.nextBoolean() ? "2026-06-27" : value(random, 1), "first", value(random, 0), "revision", 1);
	}

	private static Object value(Random random, int depth) {
		return switch (random.nextInt(depth > 0 ? 8 : 5)) {
			case 0 -> random.nextInt(-5, 200);
			case 1 -> random.nextBoolean();
			case 2 -> STRANGE.get(random.nextInt(STRANGE.size()));
			case 3 -> "x".repeat(random.nextInt(2_000));
			case 4 -> random.nextDouble() * 1e300;
			case 5 -> List.of(value(random, depth - 1), value(random, depth - 1));
			case 6 -> Map.of("query", value(random, depth - 1), "variables", value(random, depth - 1), "operationName",
					value(random, depth - 1));
			default -> Map.of("query", "{ revision }", "extensions", value(random, depth - 1));
		};
	}
}
