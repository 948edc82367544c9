package org.imprimatur.api.fetch;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.api.schema.SchemaReading;
import org.imprimatur.graph.selection.Selection.End;
import org.imprimatur.graph.selection.Selection.Step;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Model;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** Random arguments of fields, made of what the record holds, so that filters find something. */
final class RandomArguments {

	private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
	private static final int DAYS = 1400;

	private final Random random;
	private final List<Entity> entities;

	RandomArguments(Random random, List<Entity> entities) {
		this.random = random;
		this.entities = entities;
	}

	/** The name of an enum's value, which is no string as a literal. */
	private record Name(String name) {
	}

	Map<String, Object> of(GraphQLFieldDefinition field, List<Integer> revisions) {
		Map<String, Object> arguments = new LinkedHashMap<>();
		if (SchemaReading.isConnection(field)) {
			list(field, arguments);
		} else if (field.hasAppliedDirective("computed")) {
			computed(field, arguments);
		} else if (field.getArgument("id") != null) {
			arguments.put("id",
					chance(0.1) ? "model/unheard-of" : chance(0.1) ? id() : id(SchemaReading.typeOf(field)));
		} else if (field.getArgument("ids") != null) {
			arguments.put("ids", Stream.generate(() -> chance(0.2) ? "no id at all" : id())
					.limit(random.nextInt(5)).flatMap(id -> chance(0.2) ? Stream.of(id, id) : Stream.of(id)).toList());
		}
		return arguments;
	}

	private void list(GraphQLFieldDefinition field, Map<String, Object> arguments) {
		if (chance(0.4)) {
			arguments.put("filter", filter((GraphQLInputObjectType) GraphQLTypeUtil
					.unwrapAll(field.getArgument("filter").getType())));
		}
		GraphQLEnumType orders = (GraphQLEnumType) GraphQLTypeUtil.unwrapAll(field.getArgument("orderBy").getType());
		GraphQLEnumValueDefinition order = any(orders.getValues());
		boolean backward = chance(0.3);
		if (chance(0.7)) {
			arguments.put("orderBy", new Name(order.getName()));
			if (chance(0.4)) {
				Entity place = any(listed(field));
				arguments.put(backward ? "before" : "after", NaiveList.cursor(place,
						SchemaReading.argument(order.getAppliedDirective("order"), "property"),
						SchemaReading.argument(order.getAppliedDirective("order"), "descending")));
			}
		}
		if (backward || chance(0.7)) {
			arguments.put(backward ? "last" : "first", 1 + random.nextInt(5));
		}
	}

	private List<Entity> listed(GraphQLFieldDefinition field) {
		String type = SchemaReading.nodesOf(field).getName();
		List<Entity> listed = ofType(type);
		return listed.isEmpty() ? entities : listed;
	}

	private List<Entity> ofType(String type) {
		return entities.stream().filter(it -> NaiveGraph.label(it).equals(type)
				|| it.getClass().getSimpleName().equals(type)).toList();
	}

	private void computed(GraphQLFieldDefinition field, Map<String, Object> arguments) {
		List<String> models = entities.stream().filter(Model.class::isInstance).map(Entity::id).distinct().toList();
		if (field.getArgument("model") != null) {
			arguments.put("model", any(models));
		} else if (field.getArgument("models") != null) {
			arguments.put("models", Stream.generate(() -> any(models)).limit(random.nextInt(4)).toList());
		}
		arguments.put("asOf", day());
		if (chance(0.3)) {
			arguments.put("reportedBy", day());
		}
		if (chance(0.3)) {
			arguments.put("territory", any(List.of("US", "IT", "EU", "CN")));
		}
	}

	private Map<String, Object> filter(GraphQLInputObjectType type) {
		Map<String, Object> filter = new LinkedHashMap<>();
		for (int more = random.nextInt(3); more > 0; more--) {
			GraphQLInputObjectField field = any(type.getFields());
			Object value = value(field);
			if (value != null) {
				filter.put(field.getName(), value);
			}
		}
		return filter;
	}

	private @Nullable Object value(GraphQLInputObjectField field) {
		GraphQLAppliedDirective directive = field.getAppliedDirectives().getFirst();
		GraphQLNamedType type = (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType());
		if (directive.getName().equals("relationship")) {
			return linked(field);
		}
		String property = SchemaReading.argument(directive, "property");
		List<Object> values = entities.stream().map(it -> NaiveList.value(it, property))
				.filter(Objects::nonNull).map(it -> (Object) it).toList();
		return switch (directive.getName()) {
			case "contains" -> part(String.valueOf(any(values)));
			case "within" -> range();
			default -> switch (type) {
				case GraphQLEnumType constants -> Stream.generate(() -> new Name(any(constants.getValues()).getName()))
						.limit(1 + random.nextInt(2)).toList();
				case GraphQLNamedType it when it.getName().equals("Boolean") -> chance(0.5);
				default -> Stream.generate(() -> any(values)).limit(random.nextInt(3)).toList();
			};
		};
	}

	private List<String> linked(GraphQLInputObjectField field) {
		String property = SchemaReading.linkedProperty(field);
		if (!property.equals("id")) {
			List<String> values = entities.stream().map(it -> NaiveList.value(it, property)).filter(Objects::nonNull)
					.map(String::valueOf).distinct().toList();
			return Stream.generate(() -> any(values)).limit(1 + random.nextInt(2)).toList();
		}
		Step step = Objects.requireNonNull(
				SchemaReading.step(field, End.RECORD, (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType())));
		List<String> referred = entities.stream()
				.flatMap(it -> NaiveGraph.referred(it, step.through(), step.relationship())).distinct().toList();
		return Stream.generate(() -> referred.isEmpty() || chance(0.2) ? id() : any(referred))
				.limit(1 + random.nextInt(2)).toList();
	}

	private Map<String, Object> range() {
		Map<String, Object> range = new LinkedHashMap<>();
		LocalDate from = random.nextBoolean() ? day() : knownDay();
		if (chance(0.7)) {
			range.put("from", from);
		}
		if (chance(0.7)) {
			range.put("to", from.plusDays(random.nextInt(200)));
		}
		return range;
	}

	private LocalDate knownDay() {
		return entities.stream().skip(random.nextInt(entities.size()))
				.map(it -> NaiveList.value(it, "issued")).filter(EdtfDate.class::isInstance)
				.map(it -> ((EdtfDate) it).latest()).findFirst().orElseGet(this::day);
	}

	private LocalDate day() {
		return FIRST_DAY.plusDays(random.nextInt(DAYS));
	}

	private String part(String text) {
		int from = random.nextInt(text.length());
		String part = text.substring(from, Math.min(text.length(), from + 1 + random.nextInt(4)));
		return chance(0.5) ? part : part.toUpperCase(Locale.ROOT);
	}

	private String id() {
		return any(entities).id();
	}

	private String id(GraphQLNamedType type) {
		List<Entity> some = ofType(type.getName());
		return some.isEmpty() ? id() : any(some).id();
	}

	private boolean chance(double probability) {
		return random.nextDouble() < probability;
	}

	private <T> T any(List<T> some) {
		return some.get(random.nextInt(some.size()));
	}

	/** A value as GraphQL writes it. */
	static String literal(Object value) {
		return switch (value) {
			case Name constant -> constant.name();
			case Map<?, ?> map -> map.entrySet().stream()
					.map(it -> "%s: %s".formatted(it.getKey(), literal(Objects.requireNonNull(it.getValue()))))
					.collect(Collectors.joining(", ", "{", "}"));
			case List<?> list -> list.stream().map(it -> literal(Objects.requireNonNull(it)))
					.collect(Collectors.joining(", ", "[", "]"));
			case Integer number -> number.toString();
			case Boolean flag -> flag.toString();
			default -> "\"%s\"".formatted(value.toString().replace("\\", "\\\\").replace("\"", "\\\""));
		};
	}

	/** A value as JSON has it. */
	static Object plain(Object value) {
		return switch (value) {
			case Name constant -> constant.name();
			case Map<?, ?> map -> {
				Map<String, Object> plain = new LinkedHashMap<>();
				map.forEach((key, it) -> plain.put(String.valueOf(key), plain(it)));
				yield plain;
			}
			case List<?> list -> list.stream().map(it -> plain(Objects.requireNonNull(it))).toList();
			case LocalDate day -> day.toString();
			default -> value;
		};
	}
}
