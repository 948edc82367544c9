package org.imprimatur.api.schema;

import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.api.computed.ComputedField;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Ref;

/** Holds the fields that are computed, and the types below them, against the records that they take and answer with. */
final class ComputedCheck {

	private final GraphQLSchema schema;
	private final List<String> mistakes = new ArrayList<>();
	private final Map<String, Class<?>> seen = new HashMap<>();

	private ComputedCheck(GraphQLSchema schema) {
		this.schema = schema;
	}

	/** What is wrong with the computed fields of a schema and with their types, a sentence each. */
	static List<String> mistakes(GraphQLSchema schema, List<ComputedField<?>> computed) {
		ComputedCheck check = new ComputedCheck(schema);
		computed.forEach(check::computed);
		check.uncomputed(computed.stream().map(ComputedField::coordinates).collect(Collectors.toSet()));
		return check.mistakes;
	}

	private void computed(ComputedField<?> computed) {
		String where = computed.coordinates().toString();
		GraphQLFieldDefinition field = schema.getFieldDefinition(computed.coordinates());
		if (field == null || !field.hasAppliedDirective("computed")) {
			mistakes.add("%s: this is computed, and no field with @computed shows it".formatted(where));
			return;
		}
		mistakes.addAll(ArgumentCheck.mistakes(where, field, computed.argumentsType()));
		if (SchemaReading.typeOf(field) instanceof GraphQLObjectType type) {
			described(type, computed.answerType());
		}
	}

	private void uncomputed(Set<FieldCoordinates> computed) {
		schema.getAllTypesAsList().stream().filter(GraphQLObjectType.class::isInstance)
				.map(GraphQLObjectType.class::cast).filter(type -> !type.getName().equals(SnapshotType.NAME))
				.flatMap(type -> type.getFieldDefinitions().stream()
						.filter(field -> field.hasAppliedDirective("computed"))
						.map(field -> FieldCoordinates.coordinates(type, field)))
				.filter(field -> !computed.contains(field))
				.forEach(field -> mistakes.add("%s: nothing computes it".formatted(field)));
	}

	/** Each type is looked at once, and stands for one record. */
	private void described(GraphQLObjectType type, Class<?> computed) {
		Class<?> known = seen.putIfAbsent(type.getName(), computed);
		if (known == null) {
			type(type, computed);
		} else if (known != computed) {
			mistakes.add("%s already stands for the record %s, and here for %s".formatted(type.getName(),
					known.getSimpleName(), computed.getSimpleName()));
		}
	}

	private void type(GraphQLObjectType type, Class<?> computed) {
		for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
			String where = "%s.%s".formatted(type.getName(), field.getName());
			Arrays.stream(computed.getDeclaredMethods())
					.filter(it -> it.getName().equals(field.getName()) && it.getParameterCount() == 0).findFirst()
					.ifPresentOrElse(
							accessor -> field(where, field, ComponentType.of(accessor.getAnnotatedReturnType())),
							() -> mistakes.add("%s: the record %s has no such value".formatted(where,
									computed.getSimpleName())));
		}
	}

	private void field(String where, GraphQLFieldDefinition field, ComponentType computed) {
		GraphQLNamedType shown = SchemaReading.typeOf(field);
		String name = shown.getName();
		String expected = computed.written(name);
		if (!GraphQLTypeUtil.simplePrint(field.getType()).equals(expected)) {
			mistakes.add("%s: it is %s, and what is computed makes it %s".formatted(where,
					GraphQLTypeUtil.simplePrint(field.getType()), expected));
		}
		if (computed.element() instanceof ParameterizedType generic && generic.getRawType() == Ref.class) {
			Set<String> possible = SchemaReading.possibleTypes(schema, shown);
			Kind.within((Class<?>) generic.getActualTypeArguments()[0]).stream().map(Kind::label)
					.filter(label -> !possible.contains(label)).forEach(label -> mistakes
							.add("%s: it may lead to a %s, which is no %s".formatted(where, label, name)));
			return;
		}
		Class<?> type = (Class<?>) computed.element();
		if (type.isEnum() && shown instanceof GraphQLEnumType constants) {
			mistakes.addAll(SchemaCheck.constants(where, constants, type));
		} else if (type.isRecord() && !computed.isShownBy(name) && shown instanceof GraphQLObjectType object) {
			described(object, type);
		} else if (!computed.isShownBy(name)) {
			mistakes.add("%s: it is of type %s, and what is computed is a %s".formatted(where, name,
					type.getSimpleName()));
		}
	}
}
