package org.imprimatur.api.fetch;

import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.SelectedField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.imprimatur.api.page.Edge;
import org.imprimatur.api.page.PageArguments;
import org.imprimatur.api.schema.SchemaReading;
import org.imprimatur.graph.selection.Selection;
import org.imprimatur.graph.selection.Selection.End;
import org.imprimatur.graph.selection.Selection.Fetch;
import org.imprimatur.graph.selection.Selection.Follow;
import org.imprimatur.graph.selection.Selection.Listing;
import org.imprimatur.graph.selection.Selection.Property;
import org.imprimatur.graph.selection.Selection.Step;

/** Turns what a client selected into selections of the graph, which know nothing of GraphQL. */
final class Selections {

	private final GraphQLSchema schema;

	Selections(GraphQLSchema schema) {
		this.schema = schema;
	}

	/** The selection below a field whose type is an entity or a part. */
	Selection of(SelectedField field) {
		return of(field.getSelectionSet(), SchemaReading.typeOf(definition(field)));
	}

	/** What is selected of nodes of {@code type}. */
	Selection of(DataFetchingFieldSelectionSet selected, GraphQLNamedType type) {
		Set<Property> properties = new HashSet<>();
		List<Follow> follows = new ArrayList<>();
		for (SelectedField field : selected.getImmediateFields()) {
			GraphQLFieldDefinition definition = definition(field);
			End from = type instanceof GraphQLObjectType object && object.hasAppliedDirective("part")
					? End.PART
					: End.RECORD;
			GraphQLNamedType to = SchemaReading.isConnection(definition)
					? SchemaReading.nodesOf(definition)
					: SchemaReading.typeOf(definition);
			Step step = SchemaReading.step(definition, from, to);
			if (step != null) {
				follows.add(new Follow(field.getResultKey(), on(field, type), step, fetch(field, definition)));
			} else if (isProperty(field, definition)) {
				properties.add(
						new Property(field.getName(), SchemaReading.isPeriod(SchemaReading.typeOf(definition))));
			}
		}
		return new Selection(properties, follows);
	}

	private static boolean isProperty(SelectedField field, GraphQLFieldDefinition definition) {
		// The id and the type of every row are read anyway; what is computed is not in the graph.
		return !field.getName().startsWith("__") && !field.getName().equals("id")
				&& !definition.hasAppliedDirective("computed");
	}

	private Set<String> on(SelectedField field, GraphQLNamedType type) {
		Set<String> on = Set.copyOf(field.getObjectTypeNames());
		return on.containsAll(SchemaReading.possibleTypes(schema, type)) ? Set.of() : on;
	}

	private Fetch fetch(SelectedField field, GraphQLFieldDefinition definition) {
		if (SchemaReading.isConnection(definition)) {
			return page(field);
		}
		return SchemaReading.isList(definition) ? new Fetch.Many(of(field)) : new Fetch.One(of(field));
	}

	/** The page that a connection field asks for. */
	Fetch.Page page(SelectedField connection) {
		return page(connection.getSelectionSet(), definition(connection), new PageArguments(connection.getArguments()));
	}

	/** The page that a connection field asks for. */
	Fetch.Page page(DataFetchingFieldSelectionSet selected, GraphQLFieldDefinition connection,
			PageArguments arguments) {
		GraphQLNamedType nodes = SchemaReading.nodesOf(connection);
		List<Listing> listings = new ArrayList<>();
		boolean total = false;
		for (SelectedField field : selected.getImmediateFields()) {
			switch (field.getName()) {
				case "nodes" -> listings.add(new Listing(field.getResultKey(), of(field.getSelectionSet(), nodes)));
				case "edges" -> listings.addAll(edges(field, nodes));
				case "totalCount" -> total = true;
				// Where a page stands is known from its rows, even if nothing else is asked of them.
				case "pageInfo" -> listings.add(new Listing("", new Selection(Set.of(), List.of())));
				default -> {
				}
			}
		}
		Selection.Order order = arguments.order(connection);
		return new Fetch.Page(arguments.filters(connection, nodes), order, arguments.window(order), listings, total);
	}

	private List<Listing> edges(SelectedField edges, GraphQLNamedType nodes) {
		List<Listing> listings = new ArrayList<>();
		listings.add(new Listing(edges.getResultKey(), new Selection(Set.of(), List.of())));
		for (SelectedField field : edges.getSelectionSet().getImmediateFields()) {
			if (field.getName().equals("node")) {
				listings.add(new Listing(Edge.listing(edges.getResultKey(), field.getResultKey()),
						of(field.getSelectionSet(), nodes)));
			}
		}
		return listings;
	}

	static GraphQLFieldDefinition definition(SelectedField field) {
		return field.getFieldDefinitions().getFirst();
	}
}
