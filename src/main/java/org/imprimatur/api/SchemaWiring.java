package org.imprimatur.api;

import graphql.schema.DataFetcher;
import graphql.schema.GraphQLObjectType;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import java.util.Objects;
import org.imprimatur.graph.Row;

/** Two fetchers serve the whole schema: one for the fields of {@code Query}, one for everything below. */
final class SchemaWiring implements WiringFactory {

	private final DataFetcher<?> root;
	private final DataFetcher<?> field = new FieldFetcher();

	SchemaWiring(RootFetcher root) {
		this.root = root;
	}

	@Override
	public boolean providesDataFetcher(FieldWiringEnvironment environment) {
		return true;
	}

	@Override
	public DataFetcher<?> getDataFetcher(FieldWiringEnvironment environment) {
		return environment.getParentType().getName().equals("Query") ? root : field;
	}

	@Override
	public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
		return true;
	}

	@Override
	public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
		return resolution -> {
			Row row = Objects.requireNonNull(resolution.getObject());
			GraphQLObjectType type = resolution.getSchema().getObjectType(Objects.requireNonNull(row.type()));
			return Objects.requireNonNull(type);
		};
	}
}
