package org.imprimatur.api.schema;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInputValueDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds the arguments of a computed field against the record that it takes them as. */
final class ArgumentCheck {

	private final List<String> mistakes = new ArrayList<>();

	private ArgumentCheck() {
	}

	/** What is wrong with the arguments of a field, a sentence each. */
	static List<String> mistakes(String where, GraphQLFieldDefinition field, Class<? extends Record> taken) {
		ArgumentCheck check = new ArgumentCheck();
		check.values(where, field.getArguments(), taken);
		return check.mistakes;
	}

	private void values(String where, List<? extends GraphQLInputValueDefinition> shown, Class<?> taken) {
		Map<String, RecordComponent> untold = new LinkedHashMap<>();
		for (RecordComponent component : taken.getRecordComponents()) {
			untold.put(component.getName(), component);
		}
		for (GraphQLInputValueDefinition value : shown) {
			String place = "%s.%s".formatted(where, value.getName());
			RecordComponent component = untold.remove(value.getName());
			if (component == null) {
				mistakes.add("%s: what computes the field takes no such argument".formatted(place));
			} else {
				value(place, value.getType(), ComponentType.of(component.getAnnotatedType()));
			}
		}
		untold.keySet().forEach(name -> mistakes
				.add("%s.%s: what computes the field takes it, and there is no such argument".formatted(where, name)));
	}

	private void value(String where, GraphQLInputType shown, ComponentType taken) {
		GraphQLNamedType type = GraphQLTypeUtil.unwrapAll(shown);
		String expected = taken.written(type.getName());
		if (!GraphQLTypeUtil.simplePrint(shown).equals(expected)) {
			mistakes.add("%s: it is %s, and what computes the field takes %s".formatted(where,
					GraphQLTypeUtil.simplePrint(shown), expected));
		}
		Class<?> element = (Class<?>) taken.element();
		if (element.isEnum() && type instanceof GraphQLEnumType constants) {
			mistakes.addAll(SchemaCheck.constants(where, constants, element));
		} else if (element.isRecord() && type instanceof GraphQLInputObjectType object) {
			values(object.getName(), object.getFields(), element);
		} else if (!taken.isShownBy(type.getName())) {
			mistakes.add("%s: it is of type %s, and what computes the field takes a %s".formatted(where,
					type.getName(), element.getSimpleName()));
		}
	}
}
