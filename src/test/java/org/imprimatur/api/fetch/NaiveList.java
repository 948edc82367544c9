package org.imprimatur.api.fetch;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.imprimatur.api.fetch.NaiveGraph.Node;
import org.imprimatur.api.page.PageInfo;
import org.imprimatur.api.schema.SchemaReading;
import org.imprimatur.graph.selection.Cursor;
import org.imprimatur.graph.selection.Selection;
import org.imprimatur.graph.selection.Selection.Direction;
import org.imprimatur.graph.selection.Selection.End;
import org.imprimatur.graph.selection.Selection.Step;
import org.imprimatur.graph.selection.Window;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** A list as a connection's arguments make it: filtered, sorted and cut in memory. */
record NaiveList(Predicate<Node> filter, String property, boolean descending, Window<String> window) {

	/** An entry with its place. */
	record Entry(Node node, String cursor) {
	}

	static NaiveList of(GraphQLFieldDefinition connection, Map<String, Object> arguments) {
		GraphQLEnumType orders = (GraphQLEnumType) GraphQLTypeUtil
				.unwrapAll(connection.getArgument("orderBy").getType());
		GraphQLAppliedDirective order = orders.getValue((String) arguments.get("orderBy")).getAppliedDirective("order");
		GraphQLInputObjectType filters = (GraphQLInputObjectType) GraphQLTypeUtil
				.unwrapAll(connection.getArgument("filter").getType());
		Predicate<Node> filter = node -> true;
		if (arguments.get("filter") instanceof Map<?, ?> asked) {
			for (GraphQLInputObjectField field : filters.getFields()) {
				Object value = asked.get(field.getName());
				filter = value == null ? filter : filter.and(filter(field, value));
			}
		}
		return new NaiveList(filter, SchemaReading.argument(order, "property"),
				SchemaReading.argument(order, "descending"),
				arguments.get("last") instanceof Integer last
						? new Window<>(last, (String) arguments.get("before"), true)
						: new Window<>((int) Objects.requireNonNull(arguments.get("first")),
								(String) arguments.get("after"), false));
	}

	/** All that the list holds. */
	List<Node> listed(Stream<Node> nodes) {
		return nodes.filter(filter).sorted(order()).toList();
	}

	@Nullable
	Object field(List<Node> all, String name) {
		boolean within = window.beyond() != null;
		List<Node> beyond = within ? all.stream().filter(this::isBeyond).toList() : all;
		boolean more = beyond.size() > window.size();
		List<Entry> entries = beyond.stream().skip(window.backward() && more ? beyond.size() - window.size() : 0)
				.limit(window.size())
				.map(node -> new Entry(node, cursor(node.entity(), property, descending)))
				.toList();
		return switch (name) {
			case "totalCount" -> all.size();
			case "nodes" -> entries.stream().map(Entry::node).toList();
			case "edges" -> entries;
			default -> new PageInfo(window.backward() ? within : more, window.backward() ? more : within,
					entries.isEmpty() ? null : entries.getFirst().cursor(),
					entries.isEmpty() ? null : entries.getLast().cursor());
		};
	}

	/** The place of a node. */
	static String cursor(Entity entity, String property, boolean descending) {
		return new Cursor(order(property, descending), key(entity, property), entity.id()).encode();
	}

	private boolean isBeyond(Node node) {
		Cursor cursor = Cursor.decode(Objects.requireNonNull(window.beyond()), order(property, descending))
				.orElseThrow();
		int compared = compare(key(node.entity(), property), node.entity().id(), cursor.key(), cursor.id());
		return window.backward() ? compared < 0 : compared > 0;
	}

	private static String order(String property, boolean descending) {
		return new Selection.Order(property, descending, false).key();
	}

	private Comparator<Node> order() {
		return (one, other) -> compare(key(one.entity(), property), one.entity().id(),
				key(other.entity(), property), other.entity().id());
	}

	@SuppressWarnings("unchecked")
	private int compare(@Nullable Object key, String id, @Nullable Object otherKey, String otherId) {
		Comparator<Comparable<Object>> natural = Comparator.naturalOrder();
		int byKey = Comparator.nullsLast(descending ? natural.reversed() : natural)
				.compare((Comparable<Object>) key, (Comparable<Object>) otherKey);
		return byKey == 0 ? id.compareTo(otherId) : byKey;
	}

	private static @Nullable Object key(Entity entity, String property) {
		return property.endsWith("_from")
				? value(entity, property.replace("_from", "")) instanceof EdtfDate date ? date.earliest() : null
				: value(entity, property);
	}

	private static Predicate<Node> filter(GraphQLInputObjectField field, Object asked) {
		GraphQLAppliedDirective directive = field.getAppliedDirectives().getFirst();
		if (directive.getName().equals("relationship")) {
			Step step = Objects.requireNonNull(SchemaReading.step(field, End.RECORD,
					(GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType())));
			String linked = SchemaReading.linkedProperty(field);
			if (!linked.equals("id")) {
				return node -> NaiveGraph.referred(node.entity(), step.through(), step.relationship())
						.flatMap(id -> node.graph().find(node.revision(), id).stream())
						.anyMatch(other -> ((List<?>) asked).contains(value(other, linked)));
			}
			return node -> ((List<?>) asked).stream().anyMatch(id -> step.direction() == Direction.OUT
					? NaiveGraph.refers(node.entity(), step, (String) id)
					: node.graph().find(node.revision(), (String) id)
							.filter(other -> NaiveGraph.refers(other, step, node.entity().id())).isPresent());
		}
		String property = SchemaReading.argument(directive, "property");
		return switch (directive.getName()) {
			case "anyOf" -> node -> (asked instanceof List<?> list ? list : List.of(asked))
					.contains(property.equals("type")
							? Kind.ofId(node.entity().id()).name()
							: value(node.entity(), property));
			case "contains" -> node -> value(node.entity(), property) instanceof String text
					&& text.toLowerCase(Locale.ROOT).contains(((String) asked).toLowerCase(Locale.ROOT));
			default -> node -> value(node.entity(), property) instanceof EdtfDate date
					&& (!(((Map<?, ?>) asked).get("from") instanceof LocalDate from) || !date.latest().isBefore(from))
					&& (!(((Map<?, ?>) asked).get("to") instanceof LocalDate to) || !date.earliest().isAfter(to));
		};
	}

	static @Nullable Object value(Entity entity, String property) {
		return switch (property) {
			case "name" -> entity.name();
			case "type" -> NaiveGraph.label(entity);
			default -> Shape.of(entity.getClass()).field(property).map(field -> field.values(entity))
					.filter(values -> !values.isEmpty()).map(List::getFirst)
					.map(value -> value instanceof Enum<?> constant ? constant.name() : value).orElse(null);
		};
	}
}
