package org.imprimatur.api.limit;

import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.api.page.PageArguments;
import org.imprimatur.api.schema.SchemaReading;
import org.jspecify.annotations.Nullable;

/**
 * How much an operation asks of the graph, told from what it selects alone.
 *
 * @param hops the longest chain of relationships, one below the other
 * @param subqueries how many root fields and relationships its statements answer
 * @param cost how many things and values its answer can hold, with what has to be computed for it (docs/limits.md)
 */
record OperationSize(int hops, int subqueries, long cost) {

	/** A list of the graph that is no page is taken for this long. */
	static final int ASSUMED_LENGTH = 10;

	/** Nested pages multiply beyond any number. */
	private static final long COUNTLESS = 1L << 50;

	private static final OperationSize NONE = new OperationSize(0, 0, 0);
	private static final OperationSize ONE = new OperationSize(0, 0, 1);
	private static final OperationSize SUBQUERY = new OperationSize(0, 1, 0);

	OperationSize {
		cost = Math.min(cost, COUNTLESS);
	}

	/** The size of what the fields select, together. */
	static OperationSize of(Collection<ExecutableNormalizedField> fields, GraphQLSchema schema) {
		return fields.stream().map(field -> of(field, schema, false)).reduce(NONE, OperationSize::beside);
	}

	private static OperationSize of(ExecutableNormalizedField field, GraphQLSchema schema, boolean belowComputed) {
		GraphQLFieldDefinition definition = definition(field, schema);
		if (definition == null) {
			return ONE;
		}
		if (isAt(field)) {
			return ONE.beside(SUBQUERY).beside(of(field.getChildren(), schema));
		}
		boolean computed = definition.hasAppliedDirective("computed");
		if (computed && belowComputed) {
			throw new Refusal(Code.LIMIT_EXCEEDED,
					"""
						this asks for a condition set below a condition set, or below something else that is computed: \
						ask for it in a query of its own""");
		}
		boolean root = field.getParent() == null || isAt(field.getParent());
		GraphQLNamedType type = SchemaReading.typeOf(definition);
		if (SchemaReading.isConnection(definition)) {
			return page(field, schema, belowComputed || computed).followed(root ? 0 : 1)
					.beside(computed ? computation(field) : NONE);
		}
		long length = length(field, definition);
		OperationSize all = below(field.getChildren(), schema, belowComputed || computed).times(length);
		if (computed) {
			return all.beside(computation(field));
		}
		return SchemaReading.isComputed(type) || !SchemaReading.isFollowed(type)
				? all
				: all.followed(root ? 0 : 1).beside(SUBQUERY);
	}

	private static OperationSize computation(ExecutableNormalizedField field) {
		return new OperationSize(0, 1, Work.of(field.getName(), field.getResolvedArguments()));
	}

	/** The entries of a page are read once for each response key that asks for them. */
	private static OperationSize page(ExecutableNormalizedField page, GraphQLSchema schema, boolean belowComputed) {
		int size = PageArguments.size(page.getResolvedArguments()).orElse(1);
		return page.getChildren().stream().map(listing -> switch (listing.getName()) {
			case "nodes" -> below(listing.getChildren(), schema, belowComputed).times(size);
			case "edges" -> listing.getChildren().stream().map(child -> child.getName().equals("node")
					? below(child.getChildren(), schema, belowComputed).beside(SUBQUERY)
					: ONE).reduce(ONE, OperationSize::beside).times(size);
			default -> below(listing.getChildren(), schema, belowComputed);
		}).map(SUBQUERY::beside).reduce(NONE, OperationSize::beside);
	}

	private static OperationSize below(List<ExecutableNormalizedField> children, GraphQLSchema schema,
			boolean belowComputed) {
		return children.stream().map(child -> of(child, schema, belowComputed)).reduce(ONE, OperationSize::beside);
	}

	private OperationSize beside(OperationSize other) {
		return new OperationSize(Math.max(hops, other.hops), subqueries + other.subqueries, cost + other.cost);
	}

	private OperationSize times(long length) {
		return new OperationSize(hops, subqueries, cost * length);
	}

	private OperationSize followed(int more) {
		return new OperationSize(hops + more, subqueries, cost);
	}

	/** As many as were asked for by id, or by page; one where it is no list of things. */
	private static long length(ExecutableNormalizedField field, GraphQLFieldDefinition definition) {
		Map<String, Object> arguments = field.getResolvedArguments();
		Optional<Integer> size = PageArguments.size(arguments);
		if (size.isPresent()) {
			return size.get();
		}
		if (!SchemaReading.isList(definition) || field.getChildren().isEmpty()) {
			return 1;
		}
		return arguments.values().stream().filter(List.class::isInstance).mapToLong(ids -> ((List<?>) ids).size())
				.findFirst().orElse(ASSUMED_LENGTH);
	}

	private static boolean isAt(ExecutableNormalizedField field) {
		return field.getName().equals("at") && field.getObjectTypeNames().contains("Query");
	}

	private static @Nullable GraphQLFieldDefinition definition(ExecutableNormalizedField field,
			GraphQLSchema schema) {
		return field.getName().startsWith("__") ? null : field.getFieldDefinitions(schema).getFirst();
	}
}
