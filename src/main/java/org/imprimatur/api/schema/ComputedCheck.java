package org.imprimatur.api.schema;

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
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.imprimatur.api.computed.ComputedField;
import org.imprimatur.api.conditions.ConditionSetChange;
import org.imprimatur.force.record.EvidenceKey;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;

/** Holds the types that rules compute against the records that the rules answer with. */
final class ComputedCheck {

	private static final Map<Class<?>, Set<String>> VALUES = Map.ofEntries(
			Map.entry(String.class, Set.of("String", "ID")), Map.entry(boolean.class, Set.of("Boolean")),
			Map.entry(int.class, Set.of("Int")), Map.entry(Integer.class, Set.of("Int")),
			Map.entry(double.class, Set.of("Float")), Map.entry(LocalDate.class, Set.of("Date")),
			Map.entry(OffsetDateTime.class, Set.of("DateTime")), Map.entry(EdtfDate.class, Set.of("FactDate")),
			Map.entry(Period.class, Set.of("Period")), Map.entry(EvidenceKey.class, Set.of("Evidence")));

	private final GraphQLSchema schema;
	private final List<String> mistakes = new ArrayList<>();
	private final Map<String, Class<?>> seen = new HashMap<>();

	private ComputedCheck(GraphQLSchema schema) {
		this.schema = schema;
	}

	/** What is wrong with the computed fields of a schema and with their types, a sentence each. */
	static List<String> mistakes(GraphQLSchema schema, List<ComputedField> computed) {
		ComputedCheck check = new ComputedCheck(schema);
		Map<String, ComputedField> unseen = new TreeMap<>();
		computed.forEach(field -> unseen.put(field.name(), field));
		schema.getQueryType().getFieldDefinitions().stream().filter(field -> field.hasAppliedDirective("computed"))
				.forEach(field -> check.root(field, unseen.remove(field.getName())));
		check.subscription(schema.getSubscriptionType());
		unseen.keySet().forEach(
				name -> check.mistakes
						.add("Query.%s: this is computed, and no field with @computed shows it".formatted(name)));
		return check.mistakes;
	}

	private void root(GraphQLFieldDefinition field, @Nullable ComputedField computed) {
		if (computed == null) {
			mistakes.add("Query.%s: nothing computes it".formatted(field.getName()));
		} else if (SchemaReading.typeOf(field) instanceof GraphQLObjectType type) {
			described(type, computed.type());
		}
	}

	private void subscription(@Nullable GraphQLObjectType subscription) {
		if (subscription != null) {
			subscription.getFieldDefinitions().stream().map(SchemaReading::typeOf)
					.forEach(type -> described((GraphQLObjectType) type, ConditionSetChange.class));
		}
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
			described(object, type);
		} else if (!VALUES.getOrDefault(type, Set.of()).contains(name)) {
			mistakes.add("%s: it is of type %s, and what is computed is a %s".formatted(where, name,
					type.getSimpleName()));
		}
	}
}
