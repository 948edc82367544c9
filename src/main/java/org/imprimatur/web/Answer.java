package org.imprimatur.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.imprimatur.api.error.GraphQlError;
import org.imprimatur.api.error.Refusal.Code;
import org.jspecify.annotations.Nullable;

/** An answer of the API, read by the names of its fields. */
record Answer(Map<String, Object> answer) {

	Answer {
		answer = fields(withRest(answer));
	}

	/** What was answered, where each list that is not all tells how many {@code more} there are. */
	Map<String, Object> data() {
		return fields(answer.get("data"));
	}

	private static @Nullable Object withRest(@Nullable Object told) {
		return switch (told) {
			case List<?> list -> {
				List<@Nullable Object> all = new ArrayList<>();
				list.forEach(it -> all.add(withRest(it)));
				yield all;
			}
			case Map<?, ?> object -> {
				Map<String, @Nullable Object> all = new LinkedHashMap<>();
				object.forEach((name, it) -> all.put(String.valueOf(name), withRest(it)));
				if (object.get("totalCount") instanceof Integer total && object.get("nodes") instanceof List<?> nodes
						&& total > nodes.size()) {
					all.put("more", total - nodes.size());
				}
				yield all;
			}
			case null, default -> told;
		};
	}

	/** Why something was refused, the first reason if there are several. */
	Optional<Code> refusal() {
		return first().map(error -> fields(error.get("extensions")).get(GraphQlError.CODE)).map(String::valueOf)
				.map(code -> known(code) ? Code.valueOf(code) : Code.INTERNAL_ERROR);
	}

	/** What was refused, in sentences. */
	List<String> sentences() {
		return list(answer.get("errors")).stream().map(error -> String.valueOf(fields(error).get("message"))).toList();
	}

	private Optional<Map<String, Object>> first() {
		return list(answer.get("errors")).stream().findFirst().map(Answer::fields);
	}

	private static boolean known(String code) {
		return List.of(Code.values()).stream().anyMatch(it -> it.name().equals(code));
	}

	/** The fields of an object; none of null. */
	@SuppressWarnings("unchecked")
	static Map<String, Object> fields(@Nullable Object object) {
		return object == null ? Map.of() : (Map<String, Object>) object;
	}

	/** The elements of a list; none of null. */
	@SuppressWarnings("unchecked")
	static List<Object> list(@Nullable Object list) {
		return list == null ? List.of() : (List<Object>) list;
	}

	/** The nodes of a page of a list. */
	static List<Map<String, Object>> nodes(@Nullable Object connection) {
		return list(fields(connection).get("nodes")).stream().map(Answer::fields).toList();
	}

	static String text(Map<String, Object> object, String field) {
		return Objects.toString(object.get(field), "");
	}
}
