package org.imprimatur.api.page;

import static org.imprimatur.api.schema.SchemaReading.argument;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.api.schema.SchemaReading;
import org.imprimatur.graph.selection.Cursor;
import org.imprimatur.graph.selection.Selection;
import org.imprimatur.graph.selection.Selection.End;
import org.imprimatur.graph.selection.Selection.Filter;
import org.imprimatur.graph.selection.Window;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.VersionId;
import org.jspecify.annotations.Nullable;

/** The arguments of a connection, read by the directives of its filter and its order. */
public record PageArguments(Map<String, Object> arguments) {

	/** How many entries a field with such arguments asks for; empty if it has none. */
	public static Optional<Integer> size(Map<String, ?> arguments) {
		return Stream.of("last", "first").map(arguments::get).filter(Integer.class::isInstance)
				.map(Integer.class::cast).findFirst();
	}

	/**
	 * The part of a list that is asked for: the first entries, after a cursor or not, or the last, before one or not.
	 *
	 * @param place what tells the place at the cursor that an argument of this name gives
	 * @throws Refusal if it is asked for from both ends
	 */
	public static <C> Window<C> window(int first, @Nullable String after, @Nullable Integer last,
			@Nullable String before, BiFunction<String, String, C> place) {
		if (last == null ? before != null : after != null) {
			throw new Refusal(Code.BAD_ARGUMENT,
					"after goes with first, and before with last: a page is asked for from one end of the list");
		}
		if (last != null) {
			return new Window<>(last, before == null ? null : place.apply("before", before), true);
		}
		return new Window<>(first, after == null ? null : place.apply("after", after), false);
	}

	public Selection.Order order(GraphQLFieldDefinition connection) {
		GraphQLEnumType orders = (GraphQLEnumType) GraphQLTypeUtil
				.unwrapAll(connection.getArgument("orderBy").getType());
		GraphQLAppliedDirective order = orders.getValue(String.valueOf(arguments.get("orderBy")))
				.getAppliedDirective("order");
		return new Selection.Order(argument(order, "property"), argument(order, "descending"),
				argument(order, "required"));
	}

	public Window<Cursor> window(Selection.Order order) {
		return window((int) Objects.requireNonNull(arguments.get("first")), (String) arguments.get("after"),
				(Integer) arguments.get("last"), (String) arguments.get("before"),
				(argument, cursor) -> Cursor.decode(cursor, order.key()).orElseThrow(() -> new Refusal(
						Code.BAD_ARGUMENT,
						"%s is no cursor of this list: give a cursor that the list returned in the same order"
								.formatted(argument))));
	}

	public List<Filter> filters(GraphQLFieldDefinition connection, GraphQLNamedType nodes) {
		if (!(arguments.get("filter") instanceof Map<?, ?> filter)) {
			return List.of();
		}
		GraphQLInputObjectType type = (GraphQLInputObjectType) GraphQLTypeUtil
				.unwrapAll(connection.getArgument("filter").getType());
		List<Filter> filters = new ArrayList<>();
		for (GraphQLInputObjectField field : type.getFields()) {
			Object value = filter.get(field.getName());
			if (value != null) {
				filters.add(filter(field, value, nodes));
			}
		}
		return filters;
	}

	private static Filter filter(GraphQLInputObjectField field, Object value, GraphQLNamedType nodes) {
		Selection.Step step = SchemaReading.step(field, End.RECORD, nodes);
		if (step != null) {
			List<String> linked = ((List<?>) value).stream().map(String::valueOf).toList();
			linked.forEach(PageArguments::checkIsOfNoVersion);
			return new Filter.LinkedTo(step, SchemaReading.linkedProperty(field), linked);
		}
		GraphQLAppliedDirective directive = field.getAppliedDirectives().getFirst();
		String property = argument(directive, "property");
		return switch (directive.getName()) {
			case "anyOf" ->
				new Filter.AnyOf(property, stored(property, value instanceof List<?> list ? list : List.of(value)));
			case "contains" -> new Filter.Contains(property, (String) value);
			case "within" -> new Filter.Within(property, (LocalDate) ((Map<?, ?>) value).get("from"),
					(LocalDate) ((Map<?, ?>) value).get("to"), argument(directive, "amended"));
			default -> throw new IllegalStateException("%s is no filter".formatted(directive.getName()));
		};
	}

	/** The field that stands at the root says which revision is read; its own filter has plain ids here. */
	private static void checkIsOfNoVersion(String id) {
		VersionId.parse(id).ifPresent(it -> {
			throw new Refusal(Code.BAD_ARGUMENT,
					"'%s' names a revision, and stands in a filter: write %s in place of it, and ask within at"
							.formatted(id, it.id()));
		});
	}

	/** A record holds its kind by its label, and everything else as it is asked for. */
	private static List<?> stored(String property, List<?> asked) {
		return property.equals("type")
				? asked.stream().map(kind -> Kind.valueOf(String.valueOf(kind)).label()).toList()
				: asked;
	}
}
