package org.imprimatur.api.http;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The media types in which a request can be answered; they differ in what the status says. */
enum ResponseType {

	/** The status tells a refused request from an answered one. */
	GRAPHQL_RESPONSE(MediaType.APPLICATION_GRAPHQL_RESPONSE),
	/** Whatever GraphQL says of a well-formed request has status 200, for clients of the time before. */
	JSON(MediaType.APPLICATION_JSON),
	/** The list in an answer without errors, as a table. */
	CSV(new MediaType("text", "csv"));

	private final MediaType mediaType;

	ResponseType(MediaType mediaType) {
		this.mediaType = mediaType;
	}

	MediaType mediaType() {
		return mediaType;
	}

	/** The type in which errors are told to whoever wants this one. */
	ResponseType ofErrors() {
		return this == CSV ? GRAPHQL_RESPONSE : this;
	}

	/**
	 * The type that a client likes best, the first that it names of equals; JSON where it takes anything.
	 *
	 * @param accept the Accept headers
	 * @throws Refusal if the client takes none of them
	 */
	static ResponseType of(List<String> accept) {
		List<MediaType> accepted = accepted(accept);
		if (accepted.isEmpty()) {
			return JSON;
		}
		Map<ResponseType, MediaType> liked = new EnumMap<>(ResponseType.class);
		for (ResponseType type : values()) {
			type.range(accepted).filter(range -> range.getQualityValue() > 0)
					.ifPresent(range -> liked.put(type, range));
		}
		return Stream.of(JSON, GRAPHQL_RESPONSE, CSV).filter(liked::containsKey)
				.min(Comparator.comparing(liked::get, Comparator.comparing(MediaType::getQualityValue).reversed()
						.thenComparing(accepted::indexOf)))
				.orElseThrow(() -> new Refusal(Code.NOT_ACCEPTABLE,
						"answers are %s, %s or %s: accept one of them".formatted(GRAPHQL_RESPONSE.mediaType,
								JSON.mediaType, CSV.mediaType)));
	}

	/** The most specific range that this type is in, which is the one that counts (RFC 9110, 12.5.1). */
	private Optional<MediaType> range(List<MediaType> accepted) {
		return accepted.stream().filter(range -> range.includes(mediaType)).min(Comparator
				.comparing(MediaType::isWildcardType).thenComparing(MediaType::isWildcardSubtype));
	}

	private static List<MediaType> accepted(List<String> accept) {
		try {
			return MediaType.parseMediaTypes(accept);
		} catch (InvalidMediaTypeException e) {
			throw Refusal.malformed("Accept names no media types");
		}
	}
}
