package org.imprimatur.api.schema;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.api.computed.ComputedField;
import org.imprimatur.graph.selection.Selection.Direction;
import org.imprimatur.graph.selection.Selection.End;
import org.imprimatur.graph.selection.Selection.Step;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;
import org.imprimatur.knowledge.Shape.Field;

/**
 * Holds the schema against the data dictionary, in both directions: what an entity's type shows is what its record has,
 * and what relationships a field follows are those that records are written with (design, "The API").
 */
public final class SchemaCheck {

	/**
	 * An effect's scope only narrows what its target covers: from a model it is found by way of the target. What is
	 * counted from an act is most often imposed by it.
	 */
	private static final Set<String> NOT_LED_BACK = Set.of("Effect HAS_SCOPE", "Instrument HAS_END", "Effect HAS_END",
			"Condition HAS_END",
			"Condition HAS_DEADLINE");

	private final GraphQLSchema schema;
	private final List<String> mistakes = new ArrayList<>();
	private final Map<String, Shape> parts = new HashMap<>();
	private final Set<String> ledBack = new HashSet<>();

	private SchemaCheck(GraphQLSchema schema) {
		this.schema = schema;
	}

	/**
	 * Lets a schema through that fits the data dictionary.
	 *
	 * @throws IllegalStateException with a sentence for each mistake, which names type and field
	 */
	public static GraphQLSchema checked(GraphQLSchema schema, List<ComputedField<?>> computed) {
		List<String> mistakes = mistakes(schema, computed);
		if (!mistakes.isEmpty()) {
			throw new IllegalStateException(
					"the GraphQL schema does not fit the records of the domain:\n" + String.join("\n", mistakes));
		}
		return schema;
	}

	/** What is wrong with a schema, a sentence each. */
	static List<String> mistakes(GraphQLSchema schema, List<ComputedField<?>> computed) {
		SchemaCheck check = new SchemaCheck(schema);
		check.kinds();
		for (Kind kind : Kind.values()) {
			if (schema.getType(kind.label()) instanceof GraphQLObjectType type) {
				check.entity(type, kind);
			}
		}
		check.parts();
		check.waysBack();
		check.mistakes.addAll(ListCheck.mistakes(schema));
		check.mistakes.addAll(ComputedCheck.mistakes(schema, computed));
		check.mistakes.addAll(DescriptionCheck.mistakes(schema));
		return check.mistakes;
	}

	private void kinds() {
		Set<String> labels = Arrays.stream(Kind.values()).map(Kind::label).collect(Collectors.toSet());
		Set<String> nodes = objects("node").stream().map(GraphQLObjectType::getName).collect(Collectors.toSet());
		labels.stream().filter(label -> !nodes.contains(label)).sorted()
				.forEach(label -> mistakes.add("%s: this kind of entity has no type with @node".formatted(label)));
		nodes.stream().filter(node -> !labels.contains(node)).sorted()
				.forEach(node -> mistakes.add("%s: this type with @node is no kind of entity".formatted(node)));
	}

	private List<GraphQLObjectType> objects(String directive) {
		return schema.getAllTypesAsList().stream().filter(GraphQLObjectType.class::isInstance)
				.map(GraphQLObjectType.class::cast).filter(type -> type.hasAppliedDirective(directive)).toList();
	}

	private void entity(GraphQLObjectType type, Kind kind) {
		Shape shape = Shape.of(kind.type());
		for (String always : List.of("id", "name")) {
			if (type.getFieldDefinition(always) == null) {
				mistakes.add("%s.%s: every entity has it".formatted(type.getName(), always));
			}
		}
		for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
			if (isIncoming(field)) {
				incoming(type, kind, field);
			} else if (!field.hasAppliedDirective("computed")) {
				held(type, shape, field);
			}
		}
		shown(type, shape);
	}

	private void parts() {
		for (GraphQLObjectType type : objects("part")) {
			Shape shape = parts.get(type.getName());
			if (shape == null) {
				mistakes.add("%s: no field of an entity leads to this type with @part".formatted(type.getName()));
				continue;
			}
			for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
				if (isIncoming(field)) {
					holder(type, shape, field);
				} else {
					held(type, shape, field);
				}
			}
			shown(type, shape);
		}
	}

	private static boolean isIncoming(GraphQLFieldDefinition field) {
		Step step = SchemaReading.step(field, End.RECORD, SchemaReading.typeOf(field));
		return step != null && step.direction() == Direction.IN;
	}

	/** A field that shows what the record holds. */
	private void held(GraphQLObjectType type, Shape shape, GraphQLFieldDefinition field) {
		String name = field.getName();
		GraphQLNamedType to = SchemaReading.isConnection(field)
				? SchemaReading.nodesOf(field)
				: SchemaReading.typeOf(field);
		if (type.hasAppliedDirective("node") && (name.equals("id") || name.equals("name"))) {
			expect(type, field, name.equals("id") ? "ID!" : "String!");
			return;
		}
		Field recorded = shape.field(name).orElse(null);
		if (recorded == null) {
			mistakes.add("%s.%s: the record %s has no such field".formatted(type.getName(), name,
					shape.type().getSimpleName()));
			return;
		}
		relationship(type, field, to, recorded.content());
		switch (recorded.content()) {
			case Content.Scalar scalar -> expect(type, field, modified(scalarName(type, field, scalar), recorded));
			case Content.Date ignored -> expect(type, field, modified("FactDate", recorded));
			case Content.Span ignored -> expect(type, field, modified("Period", recorded));
			case Content.Part part -> {
				expect(type, field, modified(to.getName(), recorded));
				Shape known = parts.putIfAbsent(to.getName(), part.shape());
				if (known != null && !known.equals(part.shape())) {
					mistakes.add("%s.%s: %s already stands for the record %s".formatted(type.getName(), name,
							to.getName(), known.type().getSimpleName()));
				}
			}
			case Content.Reference reference -> {
				if (!SchemaReading.isConnection(field) || !recorded.many()) {
					expect(type, field, modified(to.getName(), recorded));
				}
				covers(type, field, to, reference.kinds());
			}
		}
	}

	private void relationship(GraphQLObjectType type, GraphQLFieldDefinition field, GraphQLNamedType to,
			Content content) {
		String recorded = switch (content) {
			case Content.Part part -> part.relationship();
			case Content.Reference reference -> reference.relationship();
			default -> null;
		};
		Step step = SchemaReading.step(field, End.RECORD, to);
		String said = step == null ? null : step.relationship();
		if (!Objects.equals(recorded, said)) {
			mistakes.add("%s.%s: it follows %s, but the record has %s here".formatted(type.getName(), field.getName(),
					said == null ? "no relationship" : said, recorded == null ? "none" : recorded));
		}
		if (content instanceof Content.Part != (to instanceof GraphQLObjectType it && it.hasAppliedDirective("part"))) {
			mistakes.add("%s.%s: %s %s".formatted(type.getName(), field.getName(), to.getName(),
					content instanceof Content.Part ? "has to be a type with @part" : "is a part, but not here"));
		}
	}

	/** A field that leads from an entity to those that refer to it. */
	private void incoming(GraphQLObjectType type, Kind kind, GraphQLFieldDefinition field) {
		GraphQLNamedType to = SchemaReading.isConnection(field)
				? SchemaReading.nodesOf(field)
				: SchemaReading.typeOf(field);
		Step step = Objects.requireNonNull(SchemaReading.step(field, End.RECORD, to));
		List<Kind> holders = kinds(to).stream()
				.filter(holder -> RecordedReference.of(holder).stream().anyMatch(it -> it.is(step.through(),
						step.relationship()) && it.reference().kinds().contains(kind)))
				.toList();
		if (holders.isEmpty() || (to instanceof GraphQLObjectType && holders.size() < kinds(to).size())) {
			mistakes.add("%s.%s: no %s refers to %s by %s".formatted(type.getName(), field.getName(), to.getName(),
					type.getName(), RecordedReference.path(step.through(), step.relationship())));
		}
		holders.forEach(holder -> ledBack.add("%s %s".formatted(holder.type().getSimpleName(),
				RecordedReference.path(step.through(), step.relationship()))));
		if (!SchemaReading.isConnection(field) && GraphQLTypeUtil.isNonNull(field.getType())
				&& !SchemaReading.isList(field)) {
			mistakes.add("%s.%s: nothing says that there is one, so it has to be nullable".formatted(type.getName(),
					field.getName()));
		}
	}

	/** A field that leads from a part to the entity whose part it is. */
	private void holder(GraphQLObjectType type, Shape shape, GraphQLFieldDefinition field) {
		GraphQLNamedType to = SchemaReading.typeOf(field);
		Step step = Objects.requireNonNull(SchemaReading.step(field, End.PART, to));
		List<Kind> holders = Arrays.stream(Kind.values())
				.filter(kind -> Shape.of(kind.type()).fields().stream()
						.anyMatch(it -> it.content() instanceof Content.Part part && part.shape().equals(shape)
								&& part.relationship().equals(step.relationship())))
				.toList();
		if (holders.isEmpty()) {
			mistakes.add("%s.%s: no record has it by %s".formatted(type.getName(), field.getName(),
					step.relationship()));
		}
		expect(type, field, to.getName() + "!");
		covers(type, field, to, holders);
	}

	private void covers(GraphQLObjectType type, GraphQLFieldDefinition field, GraphQLNamedType to, List<Kind> kinds) {
		Set<String> possible = SchemaReading.possibleTypes(schema, to);
		kinds.stream().filter(kind -> !possible.contains(kind.label())).forEach(kind -> mistakes.add(
				"%s.%s: it may lead to a %s, which is no %s".formatted(type.getName(), field.getName(), kind.label(),
						to.getName())));
	}

	private List<Kind> kinds(GraphQLNamedType type) {
		Set<String> possible = SchemaReading.possibleTypes(schema, type);
		return Arrays.stream(Kind.values()).filter(kind -> possible.contains(kind.label())).toList();
	}

	/** Whether everything that the record holds is shown. */
	private void shown(GraphQLObjectType type, Shape shape) {
		shape.fields().stream().filter(field -> type.getFieldDefinition(field.name()) == null)
				.forEach(field -> mistakes.add("%s.%s: the record has this field, and the type has not"
						.formatted(type.getName(), field.name())));
	}

	/** Whether every reference can be followed from its other end, too (design, "The domain"). */
	private void waysBack() {
		Arrays.stream(Kind.values()).filter(kind -> schema.getType(kind.label()) != null)
				.flatMap(kind -> RecordedReference.of(kind).stream()
						.filter(it -> !NOT_LED_BACK
								.contains("%s %s".formatted(kind.type().getSimpleName(), it.through())))
						.map(it -> "%s %s".formatted(kind.type().getSimpleName(), it.path())))
				.distinct().filter(way -> !ledBack.contains(way)).forEach(way -> mistakes
						.add("%s: no field leads back over this relationship".formatted(way)));
	}

	private String scalarName(GraphQLObjectType type, GraphQLFieldDefinition field, Content.Scalar scalar) {
		GraphQLType shown = GraphQLTypeUtil.unwrapAll(field.getType());
		if (scalar.type().isEnum() && shown instanceof GraphQLEnumType constants) {
			mistakes.addAll(constants("%s.%s".formatted(type.getName(), field.getName()), constants, scalar.type()));
			return constants.getName();
		}
		return scalar.type() == boolean.class ? "Boolean" : scalar.type().getSimpleName();
	}

	/** What is wrong with an enum that shows a Java enum. */
	static List<String> constants(String where, GraphQLEnumType shown, Class<?> recorded) {
		Set<String> names = shown.getValues().stream().map(value -> value.getName()).collect(Collectors.toSet());
		Set<String> constants = Arrays.stream(recorded.getEnumConstants()).map(Object::toString)
				.collect(Collectors.toSet());
		return names.equals(constants)
				? List.of()
				: List.of("%s: %s has other values than the record's %s".formatted(where, shown.getName(),
						recorded.getSimpleName()));
	}

	private static String modified(String type, Field field) {
		return field.many() ? "[%s!]!".formatted(type) : field.required() ? type + "!" : type;
	}

	private void expect(GraphQLObjectType type, GraphQLFieldDefinition field, String expected) {
		String shown = GraphQLTypeUtil.simplePrint(field.getType());
		if (!shown.equals(expected)) {
			mistakes.add("%s.%s: it is %s, and the record's field makes it %s".formatted(type.getName(),
					field.getName(), shown, expected));
		}
	}
}
