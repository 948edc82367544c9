package org.imprimatur.api.schema;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.graph.selection.Selection.Direction;
import org.imprimatur.graph.selection.Selection.End;
import org.imprimatur.graph.selection.Selection.Step;
import org.jspecify.annotations.Nullable;

/** What the schema's directives and types say about the graph (design, "The API": the SDL is the map of the graph). */
public final class SchemaReading {

	/** The property that every node has. */
	public static final String ID = "id";

	private static final String NODE = "Node";
	private static final String CONNECTION = "Connection";

	private SchemaReading() {
	}

	/** The type of a field without its lists and non-nulls. */
	public static GraphQLNamedType typeOf(GraphQLFieldDefinition field) {
		return (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType());
	}

	public static boolean isList(GraphQLFieldDefinition field) {
		return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType()));
	}

	/** Whether a field is a page of a list of entities; pages of what is computed are computed with it. */
	public static boolean isConnection(GraphQLFieldDefinition field) {
		return typeOf(field).getName().endsWith(CONNECTION) && isEntity(nodesOf(field));
	}

	/** The type of a connection's nodes. */
	public static GraphQLNamedType nodesOf(GraphQLFieldDefinition connection) {
		return typeOf(((GraphQLObjectType) typeOf(connection)).getFieldDefinition("nodes"));
	}

	/** Whether a field of a type leads on, to what has fields of its own; a date or a period is read as one value. */
	public static boolean isFollowed(GraphQLNamedType type) {
		return type instanceof GraphQLCompositeType && !isValue(type);
	}

	/** Whether a type is computed by rules: neither an entity, nor a part of one, nor a date or a period. */
	public static boolean isComputed(GraphQLType type) {
		return type instanceof GraphQLObjectType object && !isEntity(object) && !object.hasAppliedDirective("part")
				&& !isValue(object);
	}

	/** Whether the fields of a type are those of {@code Query}. */
	public static boolean isRoot(GraphQLNamedType type) {
		return type.getName().equals("Query") || type.getName().equals(SnapshotType.NAME);
	}

	/** Whether a type is an entity of the graph, or an interface of such. */
	public static boolean isEntity(GraphQLType type) {
		if (type instanceof GraphQLInterfaceType) {
			return true;
		}
		return type instanceof GraphQLObjectType object && object.hasAppliedDirective("node");
	}

	/** Whether a type is a value that is made of a property: a date or a period. */
	public static boolean isValue(GraphQLNamedType type) {
		return isDate(type) || isPeriod(type);
	}

	public static boolean isDate(GraphQLNamedType type) {
		return type.getName().equals("FactDate");
	}

	public static boolean isPeriod(GraphQLNamedType type) {
		return type.getName().equals("Period");
	}

	/** The labels of which every node of a type has one; none for any entity. */
	public static Set<String> labels(GraphQLNamedType type) {
		return type.getName().equals(NODE) ? Set.of() : Set.of(type.getName());
	}

	/** The names of the object types that a type may turn out to be. */
	public static Set<String> possibleTypes(GraphQLSchema schema, GraphQLType type) {
		if (type instanceof GraphQLInterfaceType abstractType) {
			return schema.getImplementations(abstractType).stream().map(GraphQLImplementingType::getName)
					.collect(Collectors.toSet());
		}
		return Set.of(((GraphQLNamedType) type).getName());
	}

	/** The relationship that a field or a filter names, if it names one. */
	public static @Nullable Step step(GraphQLDirectiveContainer named, End from, GraphQLNamedType to) {
		GraphQLAppliedDirective directive = named.getAppliedDirective("relationship");
		if (directive == null) {
			return null;
		}
		boolean part = to instanceof GraphQLObjectType object && object.hasAppliedDirective("part");
		return new Step(argument(directive, "type"), Direction.valueOf(argument(directive, "direction")),
				directive.getArgument("through").getValue(), from, part ? End.PART : End.RECORD, labels(to));
	}

	/** The property of what a filter's relationship leads to that it asks for; the id, if it names none. */
	public static String linkedProperty(GraphQLDirectiveContainer filter) {
		String property = filter.getAppliedDirective("relationship").getArgument("property").getValue();
		return property == null ? ID : property;
	}

	/** The argument of a directive that has to be there. */
	public static <T> T argument(GraphQLAppliedDirective directive, String name) {
		T value = directive.getArgument(name).getValue();
		return Objects.requireNonNull(value);
	}
}
