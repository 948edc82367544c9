package org.imprimatur.api.http;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The variables of a document of the query library, as the JSON Schema of what they are given as. */
final class ToolArguments {

	private final GraphQLSchema schema;
	private final OperationDefinition operation;
	private final Map<String, @Nullable Object> example;

	private ToolArguments(GraphQLSchema schema, Document document, Map<String, @Nullable Object> example) {
		this.schema = schema;
		this.operation = document.getFirstDefinitionOfType(OperationDefinition.class).orElseThrow();
		this.example = example;
	}

	static Map<String, Object> of(GraphQLSchema schema, Document document, Map<String, @Nullable Object> example) {
		return new ToolArguments(schema, document, example).all();
	}

	private Map<String, Object> all() {
		Map<String, Object> properties = new LinkedHashMap<>();
		operation.getVariableDefinitions().forEach(it -> properties.put(it.getName(), one(it)));
		List<String> required = operation.getVariableDefinitions().stream()
				.filter(it -> it.getType() instanceof NonNullType && it.getDefaultValue() == null)
				.map(VariableDefinition::getName).toList();
		return Map.of("type", "object", "properties", properties, "required", required, "additionalProperties", false);
	}

	private Map<String, Object> one(VariableDefinition variable) {
		Map<String, Object> told = new LinkedHashMap<>(typed(variable.getType()));
		argument(variable.getName()).map(GraphQLNamedSchemaElement::getDescription)
				.ifPresent(description -> told.put("description", description));
		Optional.ofNullable(variable.getDefaultValue()).ifPresent(value -> told.put("default", plain(value)));
		Optional.ofNullable(example.get(variable.getName())).ifPresent(value -> told.put("examples", List.of(value)));
		return told;
	}

	/** The argument of a field of the query that is given the variable. */
	private Optional<GraphQLArgument> argument(String variable) {
		return operation.getSelectionSet().getSelectionsOfType(Field.class).stream()
				.flatMap(field -> field.getArguments().stream().filter(it -> isGiven(it, variable))
						.flatMap(it -> declared(field, it)))
				.findFirst();
	}

	private static boolean isGiven(Argument argument, String variable) {
		return argument.getValue() instanceof VariableReference reference && reference.getName().equals(variable);
	}

	private Stream<GraphQLArgument> declared(Field field, Argument argument) {
		GraphQLFieldDefinition asked = schema.getQueryType().getFieldDefinition(field.getName());
		return Stream.ofNullable(asked == null ? null : asked.getArgument(argument.getName()));
	}

	private static Object plain(Value<?> literal) {
		return Objects.requireNonNull(ExtendedScalars.Object.getCoercing().parseLiteral(literal,
				CoercedVariables.emptyVariables(), GraphQLContext.getDefault(), Locale.ENGLISH));
	}

	private Map<String, Object> typed(Type<?> type) {
		return switch (type) {
			case NonNullType required -> typed(required.getType());
			case ListType list -> Map.of("type", "array", "items", typed(list.getType()));
			case TypeName named -> named(named.getName());
			default -> throw new IllegalStateException("no type of a variable: " + type);
		};
	}

	private Map<String, Object> named(String type) {
		return switch (type) {
			case "Int" -> Map.of("type", "integer");
			case "Float" -> Map.of("type", "number");
			case "Boolean" -> Map.of("type", "boolean");
			case "Date" -> Map.of("type", "string", "format", "date");
			case "DateTime" -> Map.of("type", "string", "format", "date-time");
			default -> switch (schema.getType(type)) {
				case GraphQLEnumType constants -> Map.of("type", "string", "enum",
						constants.getValues().stream().map(GraphQLEnumValueDefinition::getName).toList());
				case GraphQLInputObjectType object -> object(object);
				case null, default -> Map.of("type", "string");
			};
		};
	}

	private Map<String, Object> object(GraphQLInputObjectType object) {
		Map<String, Object> properties = new LinkedHashMap<>();
		object.getFieldDefinitions().forEach(field -> {
			Map<String, Object> told = new LinkedHashMap<>(
					typed(Objects.requireNonNull(field.getDefinition()).getType()));
			Optional.ofNullable(field.getDescription()).ifPresent(it -> told.put("description", it));
			properties.put(field.getName(), told);
		});
		return Map.of("type", "object", "properties", properties, "additionalProperties", false);
	}
}
