package org.imprimatur.api.http;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.imprimatur.api.error.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the variables of a document of the query library from the parameters of an address, one for each. */
final class DocumentVariables {

	private DocumentVariables() {
	}

	/**
	 * The variables, typed as the document declares them; a list is given by repeating its parameter, an input object
	 * as JSON.
	 */
	static Map<String, @Nullable Object> of(QueryLibrary.Document document, MultiValueMap<String, String> parameters) {
		Map<String, Type<?>> declared = Parser.parse(document.text())
				.getFirstDefinitionOfType(OperationDefinition.class)
				.orElseThrow().getVariableDefinitions().stream()
				.collect(Collectors.toMap(VariableDefinition::getName, VariableDefinition::getType));
		Map<String, @Nullable Object> variables = new HashMap<>();
		parameters.forEach((name, values) -> {
			Type<?> type = declared.get(name);
			if (type == null) {
				throw Refusal.malformed("%s has no variable '%s': it has %s".formatted(document.name(), name,
						declared.keySet().stream().sorted().collect(Collectors.joining(", "))));
			}
			variables.put(name, value(name, type, values));
		});
		return variables;
	}

	private static Object value(String name, Type<?> type, List<String> values) {
		return switch (type) {
			case NonNullType required -> value(name, required.getType(), values);
			case ListType list -> values.stream().map(value -> value(name, list.getType(), List.of(value))).toList();
			case TypeName scalar when values.size() == 1 -> scalar(name, scalar.getName(), values.getFirst());
			default -> throw Refusal.malformed("'%s' is given several times, and is no list".formatted(name));
		};
	}

	private static Object scalar(String name, String type, String value) {
		return switch (type) {
			case "Int" -> number(name, value, Integer::valueOf);
			case "Float" -> number(name, value, Double::valueOf);
			case "Boolean" -> switch (value) {
				case "true" -> true;
				case "false" -> false;
				default -> throw Refusal.malformed("'%s' is neither true nor false".formatted(name));
			};
			case "ID", "String" -> value;
			default -> value.startsWith("{") ? object(name, value) : value;
		};
	}

	private static Map<String, Object> object(String name, String value) {
		return JsonMapper.shared().convertValue(GraphQlRequestBody.json(value, "'%s'".formatted(name)),
				new TypeReference<>() {
				});
	}

	private static Object number(String name, String value, Function<String, Number> read) {
		try {
			return read.apply(value);
		} catch (NumberFormatException e) {
			throw Refusal.malformed("'%s' is no number that fits".formatted(name));
		}
	}
}
