package org.imprimatur.api.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.knowledge.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.GraphQlRequest;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.support.DefaultGraphQlRequest;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.function.ServerRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the parameters of a GraphQL request: a document, or the name or hash of one of the query library. */
@Component
class GraphQlRequestBody {

	private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
	private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {
	};

	private static final long CHARACTERS_KEPT = 1_000_000;

	private final QueryLibrary library;

	/** Documents by the hashes with which clients sent them, and by which they ask them from then on. */
	private final Cache<String, String> persisted = Caffeine.newBuilder().maximumWeight(CHARACTERS_KEPT)
			.weigher((String hash, String document) -> document.length()).build();

	GraphQlRequestBody(QueryLibrary library) {
		this.library = library;
	}

	/**
	 * The request that a body holds, as JSON.
	 *
	 * @throws Refusal if there is none
	 */
	GraphQlRequest posted(ServerRequest request) throws IOException {
		if (!isJson(request)) {
			throw new Refusal(Code.UNSUPPORTED_MEDIA_TYPE,
					"the body has to be JSON in UTF-8: send it with Content-Type: application/json");
		}
		JsonNode parameters = json(body(request), "the body");
		return switch (parameters) {
			case ObjectNode object -> read(object);
			case JsonNode other when other.isArray() -> throw Refusal.malformed(
					"the body is an array, and batches are not answered: send one request for each question");
			default -> throw Refusal
					.malformed("the body is no JSON object: send {\"query\": \"…\", \"variables\": {…}}");
		};
	}

	/** A body as a text. */
	static String body(ServerRequest request) throws IOException {
		try (InputStream stream = request.servletRequest().getInputStream()) {
			return text(stream.readAllBytes());
		}
	}

	private static boolean isJson(ServerRequest request) {
		try {
			return request.headers().contentType().filter(MediaType.APPLICATION_JSON::equalsTypeAndSubtype)
					.filter(type -> type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8))
					.isPresent();
		} catch (InvalidMediaTypeException e) {
			return false;
		}
	}

	/**
	 * The request that the parameters of an address hold, as JSON where they are no texts.
	 *
	 * @throws Refusal if there is none
	 */
	GraphQlRequest addressed(ServerRequest request) {
		ObjectNode object = JSON.createObjectNode();
		parameters(request).toSingleValueMap().forEach((name, value) -> {
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

	/** The parameters of an address. */
	static MultiValueMap<String, String> parameters(ServerRequest request) {
		try {
			// Copied, since they are read from the address only when they are asked for.
			return new LinkedMultiValueMap<>(request.params());
		} catch (IllegalStateException e) {
			throw Refusal.malformed("the parameters of the address cannot be read: percent-encode them in UTF-8");
		}
	}

	/** What is asked, with all that is known of whoever asks it. */
	static WebGraphQlRequest web(ServerRequest request, GraphQlRequest asked) {
		return new WebGraphQlRequest(request.uri(), request.headers().asHttpHeaders(), new LinkedMultiValueMap<>(),
				request.remoteAddress().orElse(null), request.attributes(), asked, UUID.randomUUID().toString(),
				Locale.ENGLISH);
	}

	/** The request that parameters hold. */
	GraphQlRequest read(ObjectNode parameters) {
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
		String hash = hash(extensions);
		if (query == null && hash != null) {
			// The sentence is that of the convention, by which clients know to send the document.
			return library.find(QueryLibrary.SHA256 + hash).map(QueryLibrary.Document::text)
					.or(() -> Optional.ofNullable(persisted.getIfPresent(hash)))
					.orElseThrow(() -> new Refusal(Code.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound"));
		}
		if (query == null || query.isBlank()) {
			throw Refusal.malformed("there is no query: give query, or documentId for one of the query library");
		}
		if (hash != null) {
			if (!hash.equals(Sha256.of(query))) {
				throw Refusal.malformed("extensions.persistedQuery.sha256Hash is not the hash of query");
			}
			persisted.put(hash, query);
		}
		return query;
	}

	/** The hash that clients send by the convention of automatic persisted queries. */
	private static @Nullable String hash(Map<String, Object> extensions) {
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

	/** Strictly, too: two members of one name, or something that follows, would be passed over. */
	static JsonNode json(String text, String name) {
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
