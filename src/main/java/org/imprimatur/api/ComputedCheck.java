package org.imprimatur.api;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imprimatur.force.EvidenceKey;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** Holds the types that rules compute against the records that the rules answer with. */
final class ComputedCheck {

	private static final Map<Class<?>, String> VALUES = Map.of(String.class, "String", boolean.class, "Boolean",
			int.class, "Int", LocalDate.class, "Date", EdtfDate.class, "FactDate", EvidenceKey.class, "Evidence");

	private final GraphQLSchema schema;
	private final List<String> mistakes = new ArrayList<>();
	private final Map<String, Class<?>> seen = new HashMap<>();

	private ComputedCheck(GraphQLSchema schema) {
		this.schema = schema;
	}

	/** What is wrong with the computed types of a schema, a sentence each. */
	static List<String> mistakes(GraphQLSchema schema) {
		ComputedCheck check = new ComputedCheck(schema);
		if (schema.getType("ConditionSet") instanceof GraphQLObjectType type) {
			check.type(type, ConditionSetAnswer.class);
		}
		return check.mistakes;
	}

	private void type(GraphQLObjectType type, Class<?> computed) {
		for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
			String where = "%s.%s".formatted(type.getName(), field.getName());
			Arrays.stream(computed.getDeclaredMethods())
					.filter(it -> it.getName().equals(field.getName()) && it.getParameterCount() == 0).findFirst()
					.ifPresentOrElse(accessor -> field(where, field, accessor),
							() -> mistakes.add("%s: the record %s has no such value".formatted(where,
									computed.getSimpleName())));
		}
	}

	private void field(String where, GraphQLFieldDefinition field, Method accessor) {
		AnnotatedType value = accessor.getAnnotatedReturnType();
		boolean many = Collection.class.isAssignableFrom(accessor.getReturnType());
		Type element = many ? ((ParameterizedType) value.getType()).getActualTypeArguments()[0] : value.getType();
		GraphQLNamedType shown = SchemaReading.typeOf(field);
		String name = shown.getName();
		String expected = many
				? "[%s!]!".formatted(name)
				: value.isAnnotationPresent(Nullable.class) ? name : name + "!";
		if (!GraphQLTypeUtil.simplePrint(field.getType()).equals(expected)) {
			mistakes.add("%s: it is %s, and what is computed makes it %s".formatted(where,
					GraphQLTypeUtil.simplePrint(field.getType()), expected));
		}
		if (element instanceof ParameterizedType generic && generic.getRawType() == Ref.class) {
			Set<String> possible = SchemaReading.possibleTypes(schema, shown);
			Kind.within((Class<?>) generic.getActualTypeArguments()[0]).stream().map(Kind::label)
					.filter(label -> !possible.contains(label)).forEach(label -> mistakes
							.add("%s: it may lead to a %s, which is no %s".formatted(where, label, name)));
			return;
		}
		Class<?> type = (Class<?>) element;
		if (type.isEnum() && shown instanceof GraphQLEnumType constants) {
			mistakes.addAll(SchemaCheck.constants(where, constants, type));
		} else if (type.isRecord() && !VALUES.containsKey(type) && shown instanceof GraphQLObjectType object) {
			Class<?> known = seen.putIfAbsent(name, type);
			if (known == null) {
				type(object, type);
			} else if (known != type) {
				mistakes.add("%s: %s already stands for the record %s".formatted(where, name, known.getSimpleName()));
			}
		} else if (!name.equals(VALUES.get(type))) {
			mistakes.add("%s: it is of type %s, and what is computed is a %s".formatted(where, name,
					type.getSimpleName()));
		}
	}
}
