package org.imprimatur.api.schema;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Set;

/** The schema as clients know it: without the definitions of the directives that map it to the graph. */
public final class PublicSchema {

	private static final FieldCoordinates DIRECTIVES = FieldCoordinates.coordinates("__Schema", "directives");
	/** Those of the specification. What graphql-java has besides, such as {@code @defer}, is not answered here. */
	private static final Set<String> OFFERED = Set.of("skip", "include", "deprecated", "specifiedBy", "oneOf");

	private PublicSchema() {
	}

	/** The definitions of a schema together with those that follow from them. */
	public static TypeDefinitionRegistry completed(TypeDefinitionRegistry types) {
		return SnapshotType.addedTo(BackwardPages.addedTo(types));
	}

	/** The same schema, whose introspection tells of the directives that are offered alone. */
	public static GraphQLSchema of(GraphQLSchema schema) {
		DataFetcher<?> directives = asked -> schema.getDirectives().stream()
				.filter(it -> OFFERED.contains(it.getName())).toList();
		return schema.transformWithoutTypes(it -> it.codeRegistry(schema.getCodeRegistry().transform(
				registry -> registry.systemDataFetcher(DIRECTIVES, directives))));
	}

	/** The schema in the schema definition language. */
	public static String printed(GraphQLSchema schema) {
		return new SchemaPrinter(SchemaPrinter.Options.defaultOptions().includeSchemaDefinition(true)
				.includeDirectiveDefinitions(false).includeDirectives(OFFERED::contains)).print(schema);
	}
}
