package org.imprimatur.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.knowledge.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.GraphQlRequest;
import org.springframework.graphql.support.DefaultGraphQlRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the parameters of a GraphQL request: a document, or the name or hash of one of the query library. */
final class GraphQlRequestBody {

	private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
	private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {
	};

	private final QueryLibrary library;

	GraphQlRequestBody(QueryLibrary library) {
		this.library = library;
	}

	/** The request that a JSON text holds. */
	GraphQlRequest read(byte[] body) {
		JsonNode parameters = json(text(body), "the body");
		return switch (parameters) {
			case ObjectNode object -> read(object);
			case JsonNode other when other.isArray() -> throw Refusal.malformed(
					"the body is an array, and batches are not answered: send one request for each question");
			default -> throw Refusal
					.malformed("the body is no JSON object: send {\"query\": \"…\", \"variables\": {…}}");
		};
	}

	/** The request that the parameters of an address hold, as JSON where they are no texts. */
	GraphQlRequest read(Map<String, String> parameters) {
		ObjectNode object = JSON.createObjectNode();
		parameters.forEach((name, value) -> {
			// What is empty in an address is not given.
			switch (value.isEmpty() ? "" : name) {
				case "query", "operationName", "documentId" -> object.put(name, value);
				case "variables", "extensions" -> object.set(name, json(value, name));
				default -> {
				}
			}
		});
		return read(object);
	}

	private GraphQlRequest read(ObjectNode parameters) {
		Map<String, Object> extensions = new HashMap<>();
		object(parameters, "extensions").forEach((name, value) -> {
			if (value != null) {
				extensions.put(name, value);
			}
		});
		return new DefaultGraphQlRequest(document(parameters, extensions), text(parameters, "operationName"),
				object(parameters, "variables"), extensions);
	}

	private String document(ObjectNode parameters, Map<String, Object> extensions) {
		String query = text(parameters, "query");
		String id = text(parameters, "documentId");
		if (id != null && query != null) {
			throw Refusal.malformed("there are both query and documentId: give one of them");
		}
		if (id != null) {
			return library.find(id).map(QueryLibrary.Document::text).orElseThrow(() -> Refusal.malformed(
					"there is no document '%s' in the query library: GET /graphql/documents lists them".formatted(id)));
		}
		String hash = persisted(extensions);
		if (query == null && hash != null) {
			return library.find(QueryLibrary.SHA256 + hash).map(QueryLibrary.Document::text).orElseThrow(
					() -> new Refusal(Code.PERSISTED_QUERY_NOT_FOUND,
							"PersistedQueryNotFound"));
		}
		if (query == null || query.isBlank()) {
			throw Refusal.malformed("there is no query: give query, or documentId for one of the query library");
		}
		if (hash != null && !hash.equals(Sha256.of(query))) {
			throw Refusal.malformed("extensions.persistedQuery.sha256Hash is not the hash of query");
		}
		return query;
	}

	/** The hash that clients send by the convention of automatic persisted queries. */
	private static @Nullable String persisted(Map<String, Object> extensions) {
		return extensions.get("persistedQuery") instanceof Map<?, ?> persisted
				&& persisted.get("sha256Hash") instanceof String hash ? hash : null;
	}

	private static @Nullable String text(ObjectNode parameters, String name) {
		JsonNode value = parameters.path(name);
		if (value.isMissingNode() || value.isNull()) {
			return null;
		}
		if (!value.isString()) {
			throw Refusal.malformed("%s is no text: give a JSON string".formatted(name));
		}
		return value.asString();
	}

	private static Map<String, @Nullable Object> object(ObjectNode parameters, String name) {
		JsonNode value = parameters.path(name);
		if (value.isMissingNode() || value.isNull()) {
			return Map.of();
		}
		if (!value.isObject()) {
			throw Refusal.malformed("%s is no JSON object".formatted(name));
		}
		return JSON.convertValue(value, OBJECT);
	}

	/** Strictly: what is no UTF-8 must not be taken for another text. */
	private static String text(byte[] body) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
		} catch (CharacterCodingException e) {
			throw Refusal.malformed("the body is no UTF-8: send JSON in UTF-8");
		}
	}

	private static JsonNode json(String text, String name) {
		try {
			JsonNode value = JSON.readTree(text.startsWith("\ufeff") ? text.substring(1) : text);
			if (value == null || value.isMissingNode()) {
				throw Refusal.malformed("%s is empty: send JSON".formatted(name));
			}
			return value;
		} catch (StreamConstraintsException e) {
			throw Refusal.malformed("%s is nested too deeply, or has a number of too many digits".formatted(name));
		} catch (JacksonException e) {
			throw Refusal.malformed("%s is no JSON, from line %d, column %d on".formatted(name,
					e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
		}
	}
}
