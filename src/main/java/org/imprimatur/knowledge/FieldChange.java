package org.imprimatur.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a field differs between two states of an entity. Where a list only has another order, nothing was removed or
 * added.
 *
 * @param field the field, as a dossier has it: {@code issued}, {@code scope.models}
 * @param removed the values that it has no more, for people to read
 * @param added the values that it did not have
 */
public record FieldChange(String field, List<String> removed, List<String> added) {

	private static final String ID = "id";

	/** Every field that differs, by name; an entity that is absent has no fields. */
	public static List<FieldChange> between(@Nullable Entity before, @Nullable Entity after) {
		Map<String, List<String>> then = fields(before);
		Map<String, List<String>> now = fields(after);
		Collection<String> fields = new TreeSet<>(then.keySet());
		fields.addAll(now.keySet());
		return fields.stream().filter(field -> !values(then, field).equals(values(now, field)))
				.map(field -> new FieldChange(field, without(values(then, field), values(now, field)),
						without(values(now, field), values(then, field))))
				.toList();
	}

	private static List<String> values(Map<String, List<String>> fields, String field) {
		return fields.getOrDefault(field, List.of());
	}

	private static List<String> without(List<String> values, List<String> others) {
		List<String> left = new ArrayList<>(values);
		others.forEach(left::remove);
		return left;
	}

	private static Map<String, List<String>> fields(@Nullable Entity entity) {
		Map<String, List<String>> fields = new TreeMap<>();
		if (entity != null) {
			JsonNode state = CanonicalForm.mapper().readTree(CanonicalForm.write(entity));
			state.properties().stream().filter(field -> !field.getKey().equals(ID))
					.forEach(field -> flatten(field.getKey(), field.getValue(), fields));
		}
		return fields;
	}

	private static void flatten(String path, JsonNode value, Map<String, List<String>> fields) {
		if (value.isObject()) {
			value.properties().forEach(it -> flatten(path + "." + it.getKey(), it.getValue(), fields));
		} else if (value.isArray()) {
			fields.put(path, value.valueStream().map(FieldChange::text).toList());
		} else {
			fields.put(path, List.of(text(value)));
		}
	}

	private static String text(JsonNode value) {
		if (value.isObject()) {
			return value.has("paraphrase") ? passage(value) : members(value, List.of());
		}
		return value.isArray()
				? value.valueStream().map(FieldChange::text).collect(Collectors.joining(", ", "[", "]"))
				: value.asString();
	}

	private static String passage(JsonNode evidence) {
		String rest = members(evidence, List.of("source", "paraphrase"));
		return "%s: %s%s".formatted(evidence.path("source").asString(), evidence.path("paraphrase").asString(),
				rest.isEmpty() ? "" : " (%s)".formatted(rest));
	}

	private static String members(JsonNode object, List<String> except) {
		return object.properties().stream().filter(it -> !except.contains(it.getKey()))
				.map(it -> "%s %s".formatted(it.getKey(), text(it.getValue()))).collect(Collectors.joining(", "));
	}
}
