package org.imprimatur.graph.selection;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import org.imprimatur.knowledge.CanonicalForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A place in an ordered list: after the node with this key and id (keyset pagination).
 *
 * @param order what tells the list's order from others
 * @param key the node's value of it, a text or a day
 * @param id the node's id
 */
public record Cursor(String order, @Nullable Object key, String id) {

	private record Encoded(String order, @Nullable String text, @Nullable String day, String id) {
	}

	/** The cursor as clients hold it: opaque, and safe in an address. */
	public String encode() {
		Encoded encoded = new Encoded(order, key instanceof String text ? text : null,
				key instanceof LocalDate day ? day.toString() : null, id);
		return Base64.getUrlEncoder().withoutPadding()
				.encodeToString(CanonicalForm.mapper().writeValueAsBytes(encoded));
	}

	/** Reads a cursor that {@link #encode} made for a list in this order; empty if it is none. */
	public static Optional<Cursor> decode(String text, String order) {
		try {
			byte[] json = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
			Encoded encoded = CanonicalForm.mapper().readValue(json, Encoded.class);
			if (encoded == null || !order.equals(encoded.order()) || encoded.id() == null) {
				return Optional.empty();
			}
			Object key = encoded.day() == null ? encoded.text() : LocalDate.parse(encoded.day());
			return Optional.of(new Cursor(order, key, encoded.id()));
		} catch (IllegalArgumentException | JacksonException | DateTimeException e) {
			return Optional.empty();
		}
	}
}
