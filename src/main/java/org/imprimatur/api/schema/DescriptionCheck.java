package org.imprimatur.api.schema;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.DirectiveInfo;
import graphql.schema.idl.ScalarInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for what the schema does not describe (design, "The API"). */
final class DescriptionCheck {

	private final List<String> mistakes = new ArrayList<>();

	private DescriptionCheck() {
	}

	/** What lacks a description in a schema, a sentence each. */
	static List<String> mistakes(GraphQLSchema schema) {
		DescriptionCheck check = new DescriptionCheck();
		schema.getAllTypesAsList().stream()
				.filter(type -> !type.getName().startsWith("__")
						&& !ScalarInfo.isGraphqlSpecifiedScalar(type.getName()))
				.forEach(type -> {
					check.described(null, type);
					switch (type) {
						case GraphQLFieldsContainer container -> container.getFieldDefinitions().forEach(field -> {
							check.described(type.getName(), field);
							field.getArguments().forEach(
									it -> check.described("%s.%s".formatted(type.getName(), field.getName()), it));
						});
						case GraphQLInputObjectType input ->
							input.getFields().forEach(field -> check.described(type.getName(), field));
						case GraphQLEnumType constants ->
							constants.getValues().forEach(value -> check.described(type.getName(), value));
						default -> {
						}
					}
				});
		schema.getDirectives().stream().filter(directive -> !DirectiveInfo.isGraphqlSpecifiedDirective(directive))
				.forEach(directive -> {
					check.described(null, directive);
					directive.getArguments().forEach(it -> check.described("@" + directive.getName(), it));
				});
		return check.mistakes;
	}

	private void described(@Nullable String within, GraphQLNamedSchemaElement element) {
		String description = element.getDescription();
		if (description == null || description.isBlank()) {
			mistakes.add("%s%s: it has no description".formatted(within == null ? "" : within + ".",
					element.getName()));
		}
	}
}
