package org.imprimatur.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.imprimatur.api.error.GraphQlError;
import org.imprimatur.api.error.Refusal.Code;
import org.jspecify.annotations.Nullable;

/** An answer of the API, read by the names of its fields. */
record Answer(Map<String, Object> answer) {

	/** What was answered; nothing of what was refused. */
	Map<String, Object> data() {
		return fields(answer.get("data"));
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
