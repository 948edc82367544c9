package org.imprimatur.dossier;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Holds a file against the JSON Schema that editors use too, and says what is wrong in our own words. */
final class DossierSchema {

	private static final Schema SCHEMA = load();

	private DossierSchema() {
	}

	/** Everything in the file that the schema does not allow. */
	static List<Mistake> mistakes(Document document) {
		// One more than are told, so that it shows if there are more.
		List<Error> errors = new FirstOf<>(DossierReader.MOST_MISTAKES + 1);
		return SCHEMA.validate(document.root(), (ExecutionContext context) -> context.setErrors(errors)).stream()
				.map(error -> mistake(error, document)).toList();
	}

	private static Schema load() {
		try (InputStream schema = Objects
				.requireNonNull(DossierSchema.class.getResourceAsStream("/seed-data/dossier.schema.json"))) {
			return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Mistake mistake(Error error, Document document) {
		String path = path(error.getInstanceLocation());
		JsonNode rules = rules(error);
		return switch (error.getKeyword()) {
			case "required" -> document.mistake(below(path, error.getProperty()), "this is missing: "
					+ rules.path("properties").path(error.getProperty()).path("description").asString(""));
			case "additionalProperties" ->
				document.mistake(below(path, error.getProperty()), unknown(error.getProperty(), rules));
			default -> document.mistake(path, sentence(error, rules));
		};
	}

	private static String sentence(Error error, JsonNode rules) {
		String value = error.getInstanceNode().asString("");
		return switch (error.getKeyword()) {
			case "type" -> wrongType(error.getInstanceNode(), rules.path("type"));
			case "enum" -> Quote.notAllowed(value, texts(rules.path("enum")));
			case "pattern" -> "'%s' will not do; this has to be %s".formatted(Quote.shortened(value),
					rules.path("description").asString(""));
			case "minLength" -> "this is empty; give it a value, or leave it out";
			case "minItems" -> "this list is empty, and has to have an item at least";
			case "uniqueItems" -> "this list holds an item twice; leave one of them out";
			default -> error.getMessage();
		};
	}

	private static String unknown(String key, JsonNode rules) {
		List<String> known = List.copyOf(rules.path("properties").propertyNames());
		return Quote.nearest(key, known).map("there is no such key; did you mean %s?"::formatted)
				.orElse("there is no such key; there are " + String.join(", ", known));
	}

	private static String wrongType(JsonNode value, JsonNode type) {
		if (value.isNull()) {
			return "this is empty; give it a value, or leave it out";
		}
		String wanted = type.isArray() ? type.path(0).asString("") : type.asString("");
		return switch (wanted) {
			case "object" -> "this has to be a mapping, with a 'key: value' on each line";
			case "array" -> "this has to be a list, with '- ' before each item";
			case "boolean" -> "this has to be true or false";
			default -> value.isContainer()
					? "this has to be a single text; a set of dates stands in quotes"
					: "this has to be a text; put '%s' in quotes".formatted(value.asString());
		};
	}

	/** The part of the schema that the keyword stands in. */
	private static JsonNode rules(Error error) {
		JsonNode rules = SCHEMA.getSchemaNode();
		NodePath place = error.getSchemaLocation().getFragment();
		for (int i = 0; i < place.getNameCount() - 1; i++) {
			rules = child(rules, place.getElement(i));
		}
		return rules;
	}

	private static JsonNode child(JsonNode node, Object element) {
		return element instanceof Integer index ? node.path(index) : node.path(String.valueOf(element));
	}

	private static String path(NodePath place) {
		String path = "";
		for (int i = 0; i < place.getNameCount(); i++) {
			path = place.getElement(i) instanceof Integer index
					? "%s[%d]".formatted(path, index)
					: below(path, place.getName(i));
		}
		return path;
	}

	private static String below(String path, String key) {
		String field = Quote.shortened(key);
		return path.isEmpty() ? field : path + "." + field;
	}

	private static List<String> texts(JsonNode list) {
		return StreamSupport.stream(list.spliterator(), false).map(it -> it.asString("")).toList();
	}
}
