package org.imprimatur.api.schema;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.imprimatur.graph.selection.Selection.Direction;
import org.imprimatur.graph.selection.Selection.End;
import org.imprimatur.graph.selection.Selection.Step;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;
import org.imprimatur.knowledge.Territory;
import org.jspecify.annotations.Nullable;

/** Holds the filters and orders of lists against the records that they list. */
final class ListCheck {

	private static final Set<String> ARGUMENTS = Set.of("filter", "orderBy", "first", "after", "last", "before");

	private final GraphQLSchema schema;
	private final Set<String> mistakes = new TreeSet<>();

	private ListCheck(GraphQLSchema schema) {
		this.schema = schema;
	}

	/** What is wrong with the lists of a schema, a sentence each. */
	static List<String> mistakes(GraphQLSchema schema) {
		ListCheck check = new ListCheck(schema);
		schema.getAllTypesAsList().stream().filter(GraphQLObjectType.class::isInstance)
				.map(GraphQLObjectType.class::cast).forEach(type -> type.getFieldDefinitions().stream()
						.filter(SchemaReading::isConnection).forEach(field -> check.list(type, field)));
		return new ArrayList<>(check.mistakes);
	}

	private void list(GraphQLObjectType type, GraphQLFieldDefinition field) {
		Set<String> arguments = new TreeSet<>();
		field.getArguments().forEach(argument -> arguments.add(argument.getName()));
		if (!arguments.equals(ARGUMENTS)) {
			mistakes.add("%s.%s: a list has the arguments %s".formatted(type.getName(), field.getName(),
					new TreeSet<>(ARGUMENTS)));
			return;
		}
		GraphQLNamedType nodes = SchemaReading.nodesOf(field);
		Set<String> possible = SchemaReading.possibleTypes(schema, nodes);
		List<Kind> kinds = Arrays.stream(Kind.values()).filter(kind -> possible.contains(kind.label())).toList();
		GraphQLType filter = GraphQLTypeUtil.unwrapAll(field.getArgument("filter").getType());
		((GraphQLInputObjectType) filter).getFields().forEach(
				it -> filter("%s.%s".formatted(((GraphQLInputObjectType) filter).getName(), it.getName()), it, nodes,
						kinds));
		GraphQLType orders = GraphQLTypeUtil.unwrapAll(field.getArgument("orderBy").getType());
		((GraphQLEnumType) orders).getValues().forEach(it -> order(((GraphQLEnumType) orders).getName(), it, kinds));
	}

	private void filter(String where, GraphQLInputObjectField field, GraphQLNamedType nodes, List<Kind> kinds) {
		Step step = SchemaReading.step(field, End.RECORD, nodes);
		if (field.getAppliedDirectives().size() != 1) {
			mistakes.add("%s: a filter has one directive that says what it asks".formatted(where));
		} else if (step != null) {
			linked(where, step, kinds);
			String property = SchemaReading.linkedProperty(field);
			if (property.equals(SchemaReading.ID)) {
				expect(where, field, "[ID!]");
			} else {
				linkedProperty(where, field, step, property, kinds);
			}
		} else {
			GraphQLAppliedDirective directive = field.getAppliedDirectives().getFirst();
			String property = SchemaReading.argument(directive, "property");
			if (property.equals("type")) {
				kinds(where, field, kinds);
				return;
			}
			for (Kind kind : kinds) {
				property(where, field, directive.getName(), property, kind);
			}
		}
	}

	/** Records are told apart by kind: a filter has a constant for each kind that is listed. */
	private void kinds(String where, GraphQLInputObjectField field, List<Kind> kinds) {
		if (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLEnumType constants) {
			Set<String> known = Arrays.stream(Kind.values()).map(Kind::name).collect(Collectors.toSet());
			Set<String> shown = constants.getValues().stream().map(it -> it.getName()).collect(Collectors.toSet());
			if (!known.containsAll(shown) || !shown.containsAll(kinds.stream().map(Kind::name).toList())) {
				mistakes.add("%s: the values of %s are not the kinds of what is listed".formatted(where,
						constants.getName()));
			}
		} else {
			expect(where, field, "a list of kinds");
		}
	}

	private void linked(String where, Step step, List<Kind> kinds) {
		if (step.direction() == Direction.IN && step.through() != null) {
			mistakes.add("%s: a filter follows no relationship through a part against its direction".formatted(where));
		}
		boolean led = step.direction() == Direction.OUT
				? kinds.stream().allMatch(kind -> RecordedReference.of(kind).stream()
						.anyMatch(it -> it.is(step.through(), step.relationship())))
				: Arrays.stream(Kind.values()).flatMap(kind -> RecordedReference.of(kind).stream())
						.anyMatch(it -> it.is(null, step.relationship()) && it.reference().kinds().containsAll(kinds));
		if (!led) {
			mistakes.add("%s: no %s leads from the one to the other".formatted(where,
					RecordedReference.path(step.through(), step.relationship())));
		}
	}

	/** Not all that it leads to need have the property. */
	private void linkedProperty(String where, GraphQLInputObjectField field, Step step, String property,
			List<Kind> kinds) {
		List<Kind> having = kinds.stream().flatMap(kind -> RecordedReference.of(kind).stream())
				.filter(it -> it.is(step.through(), step.relationship()))
				.flatMap(it -> it.reference().kinds().stream()).distinct()
				.filter(kind -> content(kind, property) instanceof Content.Scalar).toList();
		having.forEach(kind -> property(where, field, "anyOf", property, kind));
		if (having.isEmpty()) {
			mistakes.add("%s: %s is no value of what %s leads to".formatted(where, property,
					RecordedReference.path(step.through(), step.relationship())));
		}
	}

	private void property(String where, GraphQLInputObjectField field, String directive, String property, Kind kind) {
		Content content = content(kind, property);
		switch (directive) {
			case "contains" -> {
				if (!isText(content)) {
					mistakes.add("%s: %s is no text of a %s".formatted(where, property, kind.label()));
				}
				expect(where, field, "String");
			}
			case "within" -> {
				if (!(content instanceof Content.Date)) {
					mistakes.add("%s: %s is no date of a %s".formatted(where, property, kind.label()));
				}
				expect(where, field, "DateRange");
			}
			default -> {
				if (!(content instanceof Content.Scalar scalar)) {
					mistakes.add("%s: %s is no value of a %s".formatted(where, property, kind.label()));
				} else if (scalar.type() == boolean.class) {
					expect(where, field, "Boolean");
				} else if (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLEnumType constants
						&& scalar.type().isEnum()) {
					mistakes.addAll(SchemaCheck.constants(where, constants, scalar.type()));
				} else {
					expect(where, field, "[%s!]".formatted(
							Territory.FIELDS.contains(property) ? "Territory" : scalar.type().getSimpleName()));
				}
			}
		}
	}

	private void order(String orders, GraphQLEnumValueDefinition value, List<Kind> kinds) {
		String where = "%s.%s".formatted(orders, value.getName());
		GraphQLAppliedDirective order = value.getAppliedDirective("order");
		if (order == null) {
			mistakes.add("%s: an order has @order".formatted(where));
			return;
		}
		String property = SchemaReading.argument(order, "property");
		boolean required = SchemaReading.argument(order, "required");
		String date = property.endsWith("_from") ? property.substring(0, property.length() - "_from".length()) : "";
		for (Kind kind : kinds) {
			boolean orderable = date.isEmpty()
					? isText(content(kind, property))
					: content(kind, date) instanceof Content.Date;
			if (!orderable) {
				mistakes.add("%s: %s is nothing that a %s can be ordered by".formatted(where, property, kind.label()));
			} else if (required != isRequired(kind, date.isEmpty() ? property : date)) {
				mistakes.add("%s: a %s %s %s".formatted(where, kind.label(), required ? "need not have" : "always has",
						property));
			}
		}
	}

	/** What a record holds under the name of a property; every record has its name as a text. */
	private static @Nullable Content content(Kind kind, String property) {
		return property.equals("name")
				? new Content.Scalar(String.class)
				: Shape.of(kind.type()).field(property).map(Shape.Field::content).orElse(null);
	}

	private static boolean isRequired(Kind kind, String property) {
		return property.equals("name")
				|| Shape.of(kind.type()).field(property).filter(Shape.Field::required).isPresent();
	}

	private static boolean isText(@Nullable Content content) {
		return content instanceof Content.Scalar scalar && scalar.type() == String.class;
	}

	private void expect(String where, GraphQLInputObjectField field, String expected) {
		String shown = GraphQLTypeUtil.simplePrint(field.getType());
		if (!shown.equals(expected)) {
			mistakes.add("%s: it is %s, and what it asks makes it %s".formatted(where, shown, expected));
		}
	}
}
