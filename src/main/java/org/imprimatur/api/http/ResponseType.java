package org.imprimatur.api.http;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The media types in which a request can be answered; they differ in what the status says. */
enum ResponseType {

	/** The status tells a refused request from an answered one. */
	GRAPHQL_RESPONSE(MediaType.APPLICATION_GRAPHQL_RESPONSE),
	/** Whatever GraphQL says of a well-formed request has status 200, for clients of the time before. */
	JSON(MediaType.APPLICATION_JSON);

	private final MediaType mediaType;

	ResponseType(MediaType mediaType) {
		this.mediaType = mediaType;
	}

	MediaType mediaType() {
		return mediaType;
	}

	/**
	 * The type that a client likes best; JSON where it takes anything, as the specification asks for such clients.
	 *
	 * @param accept the Accept headers
	 * @throws HttpRefusal if the client takes neither
	 */
	static ResponseType of(List<String> accept) {
		List<MediaType> accepted = accepted(accept);
		return accepted.isEmpty()
				? JSON
				: accepted.stream().filter(liked -> liked.getQualityValue() > 0)
						.flatMap(liked -> Stream.of(JSON, GRAPHQL_RESPONSE).filter(it -> liked.includes(it.mediaType)))
						.findFirst()
						.orElseThrow(() -> new HttpRefusal(HttpStatus.NOT_ACCEPTABLE, "NOT_ACCEPTABLE",
								"answers are %s or %s: accept one of them".formatted(GRAPHQL_RESPONSE.mediaType,
										JSON.mediaType)));
	}

	private static List<MediaType> accepted(List<String> accept) {
		try {
			return MediaType.parseMediaTypes(accept).stream()
					.sorted((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue())).toList();
		} catch (InvalidMediaTypeException e) {
			throw HttpRefusal.malformed("Accept names no media types");
		}
	}
}
