package org.imprimatur.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;
import org.imprimatur.knowledge.Territory;
import org.imprimatur.knowledge.Withdrawal;
import org.imprimatur.time.Period;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the JSON Schema of dossiers from the records of the domain and their comments. */
final class SchemaGenerator {

	/** Fields that mean the same in all records that have them. */
	private static final Map<String, String> COMMON = Map.of("name", "what a reader would call it", "aliases",
			"what else it is called", "evidence", "the passages that bear on its facts; at least one");
	private static final String NUMBER = "^[0-9]{1,40}([.][0-9]{1,40})?(e[0-9]{1,2})?$";
	/** Texts of which the form is known, by the names of their fields. */
	private static final Map<String, String> PATTERNS = Map.of("sha256", "^[0-9a-f]{64}$", "passageSha256",
			"^[0-9a-f]{64}$", "address", "^[Hh][Tt][Tt][Pp][Ss]?://\\S+$", "atLeast", NUMBER, "atMost", NUMBER,
			"moreThan", NUMBER);

	private static final String TERRITORY = "^([A-Z]{2}(-[A-Z0-9]{1,3})?|EEA)$";

	private final Map<String, Object> definitions = new LinkedHashMap<>();

	private SchemaGenerator() {
	}

	static String schema() {
		return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build()
				.writeValueAsString(new SchemaGenerator().root()).replace("\r\n", "\n") + "\n";
	}

	private Map<String, Object> root() {
		definitions.put("date", date());
		definitions.put("period", period());
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put(Section.DOSSIER, reference(Shape.of(Dossier.class), RecordDocs.of(Dossier.class)));
		for (Section section : Section.ALL) {
			Class<?> type = section.kind().type();
			Map<String, Object> item = new LinkedHashMap<>(reference(Shape.of(type), RecordDocs.of(type)));
			item.put("properties", Map.of("id", Map.of("pattern", pattern(List.of(section.kind())))));
			properties.put(section.name(), list("the %s of this history".formatted(section.name()), item));
		}
		properties.put(Section.WITHDRAWN,
				list("the ids that had their place in this dossier and stand for nothing any more", withdrawal()));
		Map<String, Object> root = new LinkedHashMap<>();
		root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
		root.put("title", "A dossier");
		root.put("description", "One history, with the evidence for everything that it states.");
		root.putAll(mapping(properties, List.of(Section.DOSSIER)));
		root.put("$defs", definitions);
		return root;
	}

	private static Map<String, Object> date() {
		Map<String, Object> date = described("a date in EDTF: 2026-06-26, 2026-06 or 2026, with ? behind what is"
				+ " uncertain, ~ behind what is approximate, X for an unknown digit, or a set: [..2026-06-30],"
				+ " [2026-06-01..], [2026-06-12,2026-06-13] (in quotes)");
		date.put("type", List.of("string", "integer"));
		date.put("pattern", "^([0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?|\\[[0-9X?~%.,-]+\\])$");
		return date;
	}

	private static Map<String, Object> period() {
		Map<String, Object> ends = new LinkedHashMap<>();
		for (var end : Period.class.getRecordComponents()) {
			ends.put(end.getName(), referring("date", RecordDocs.of(Period.class, end.getName()).orElseThrow()
					.replaceAll(" or null", " or absent")));
		}
		Map<String, Object> period = described(RecordDocs.of(Period.class));
		period.putAll(mapping(ends, List.of()));
		return period;
	}

	private static Map<String, Object> withdrawal() {
		List<Kind> all = Arrays.asList(Kind.values());
		Map<String, Object> fields = new LinkedHashMap<>();
		for (var component : Withdrawal.class.getRecordComponents()) {
			String field = component.getName();
			String description = RecordDocs.of(Withdrawal.class, field).orElseThrow();
			fields.put(field, field.equals("reason")
					? scalar(field, String.class, description)
					: id(all, description));
		}
		Map<String, Object> withdrawal = described(RecordDocs.of(Withdrawal.class));
		withdrawal.putAll(mapping(fields, List.of("id", "reason")));
		return withdrawal;
	}

	private Map<String, Object> reference(Shape shape, String description) {
		String simple = shape.type().getSimpleName();
		String name = Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
		if (!definitions.containsKey(name)) {
			Map<String, Object> definition = described(RecordDocs.of(shape.type()));
			definitions.put(name, definition);
			definition.putAll(mapping(shape));
		}
		return referring(name, description);
	}

	private Map<String, Object> mapping(Shape shape) {
		Map<String, Object> properties = new LinkedHashMap<>();
		List<String> required = new ArrayList<>();
		for (Shape.Field field : shape.fields()) {
			boolean filledByReader = shape.type() == Dossier.class && field.name().equals("sources");
			if (filledByReader) {
				continue;
			}
			properties.put(field.name(), field(shape, field));
			boolean flag = field.content().equals(new Content.Scalar(boolean.class));
			if (field.required() && !flag || isEvidence(shape, field)) {
				required.add(field.name());
			}
		}
		return mapping(properties, required);
	}

	private Map<String, Object> field(Shape shape, Shape.Field field) {
		String description = description(shape, field.name());
		if (!field.many()) {
			return value(shape, field, description);
		}
		Map<String, Object> list = list(description, value(shape, field, description));
		if (isEvidence(shape, field)) {
			list.put("minItems", 1);
		}
		if (!(field.content() instanceof Content.Part)) {
			list.put("uniqueItems", true);
		}
		return list;
	}

	/** Whether it is the evidence of an entity, which has to have some; a part of one need not. */
	private static boolean isEvidence(Shape shape, Shape.Field field) {
		return field.name().equals("evidence") && Entity.class.isAssignableFrom(shape.type());
	}

	private static String description(Shape shape, String field) {
		if (field.equals("id")) {
			return "the permanent id: a kind, a slash, and a name of small letters, digits, dots and hyphens";
		}
		return RecordDocs.of(shape.type(), field).orElseGet(() -> {
			if (!COMMON.containsKey(field)) {
				throw new AssertionError("%s needs a @param %s".formatted(shape.type(), field));
			}
			return COMMON.get(field);
		});
	}

	private Map<String, Object> value(Shape shape, Shape.Field field, String description) {
		return switch (field.content()) {
			case Content.Date date -> referring("date", description);
			case Content.Span span -> referring("period", description);
			case Content.Reference reference -> id(reference.kinds(), description);
			case Content.Part part -> reference(part.shape(), description);
			case Content.Scalar scalar when field.name().equals("id") ->
				id(Arrays.stream(Kind.values()).filter(kind -> kind.type() == shape.type()).toList(), description);
			case Content.Scalar scalar -> scalar(field.name(), scalar.type(), description);
		};
	}

	private static Map<String, Object> scalar(String field, Class<?> type, String description) {
		if (type == boolean.class || type == Boolean.class) {
			Map<String, Object> flag = described(
					type == boolean.class ? description + "; false if absent" : description);
			flag.put("type", "boolean");
			return flag;
		}
		if (type.isEnum()) {
			List<Enum<?>> constants = Arrays.stream(type.getEnumConstants()).<Enum<?>>map(it -> (Enum<?>) it).toList();
			String meanings = constants.stream()
					.flatMap(it -> RecordDocs.of(it).map(doc -> "%s (%s)".formatted(it, doc)).stream())
					.collect(Collectors.joining(", "));
			Map<String, Object> choice = described(description + (meanings.isEmpty() ? "" : ": " + meanings));
			choice.put("enum", constants.stream().map(Enum::name).toList());
			return choice;
		}
		Map<String, Object> text = described(description);
		text.put("type", "string");
		if (Territory.FIELDS.contains(field)) {
			text.put("pattern", TERRITORY);
		} else if (PATTERNS.containsKey(field)) {
			text.put("pattern", PATTERNS.get(field));
		} else {
			text.put("minLength", 1);
		}
		return text;
	}

	private static Map<String, Object> id(List<Kind> kinds, String description) {
		Map<String, Object> id = described(description);
		id.put("type", "string");
		id.put("pattern", pattern(kinds));
		return id;
	}

	private static String pattern(List<Kind> kinds) {
		return kinds.stream().map(Kind::prefix).collect(Collectors.joining("|", "^(", ")/[a-z0-9][a-z0-9.-]*$"));
	}

	private static Map<String, Object> list(String description, Map<String, Object> items) {
		Map<String, Object> list = described(description);
		list.put("type", "array");
		list.put("items", items);
		return list;
	}

	private static Map<String, Object> mapping(Map<String, Object> properties, List<String> required) {
		Map<String, Object> mapping = new LinkedHashMap<>();
		mapping.put("type", "object");
		mapping.put("properties", properties);
		if (!required.isEmpty()) {
			mapping.put("required", required);
		}
		mapping.put("additionalProperties", false);
		return mapping;
	}

	private static Map<String, Object> referring(String definition, String description) {
		Map<String, Object> reference = described(description);
		reference.put("$ref", "#/$defs/" + definition);
		return reference;
	}

	private static Map<String, Object> described(String description) {
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("description", description);
		return schema;
	}
}
