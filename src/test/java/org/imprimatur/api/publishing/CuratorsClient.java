package org.imprimatur.api.publishing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.imprimatur.GraphForTests;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what curators send, as the curator of tests unless another token is given.
 *
 * @param origin where the application listens
 */
record CuratorsClient(String origin) {

	static final String FILE = "us-anthropic-export-controls.yaml";
	/** What ended the controls of that dossier. */
	static final String REVOCATION = "effect/us-commerce-2026-06-30-revokes";

	private static final String BOUNDARY = "a-boundary-of-tests";
	static final String FORM = "multipart/form-data; boundary=" + BOUNDARY;
	static final String END = "--%s--\r\n".formatted(BOUNDARY);

	static String dossier() throws IOException {
		return Files.readString(Path.of("seed-data", FILE));
	}

	/** The dossier with the controls upheld where they were revoked. */
	static String upheld() throws IOException {
		String text = dossier();
		int revocation = text.indexOf("- id: " + REVOCATION);
		return text.substring(0, revocation)
				+ text.substring(revocation).replaceFirst("kind: REVOKES", "kind: UPHOLDS");
	}

	static Map<String, String> form(String dossier, int base) {
		return new LinkedHashMap<>(Map.of("dossier", dossier, "base", String.valueOf(base), "message",
				"It was upheld, as it turns out", "cause", "OUR_CORRECTION"));
	}

	static Map<String, String> with(Map<String, String> form, String field, String value) {
		Map<String, String> changed = new LinkedHashMap<>(form);
		changed.put(field, value);
		return changed;
	}

	HttpResponse<String> send(Map<String, String> form) throws IOException, InterruptedException {
		return send(GraphForTests.TOKEN, form);
	}

	HttpResponse<String> send(@Nullable String token, Map<String, String> form)
			throws IOException, InterruptedException {
		return post(token, FORM, form.entrySet().stream().map(it -> part(it.getKey(), it.getValue()))
				.collect(Collectors.joining()) + END);
	}

	static String part(String name, String value) {
		return "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n".formatted(BOUNDARY, name,
				name.equals("dossier") ? "; filename=\"%s\"".formatted(FILE) : "", value);
	}

	HttpResponse<String> post(@Nullable String token, String type, String body)
			throws IOException, InterruptedException {
		return answer(token, HttpRequest.newBuilder(URI.create(origin + "/publications"))
				.header("Content-Type", type).POST(BodyPublishers.ofString(body)));
	}

	HttpResponse<String> get(@Nullable String token, String address) throws IOException, InterruptedException {
		return answer(token, HttpRequest.newBuilder(URI.create(origin + address)));
	}

	static HttpResponse<String> answer(@Nullable String token, HttpRequest.Builder request)
			throws IOException, InterruptedException {
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request.build(), BodyHandlers.ofString());
		}
	}

	static JsonNode json(HttpResponse<String> response) {
		return JsonMapper.shared().readTree(response.body());
	}
}
