package org.imprimatur.api;

import graphql.schema.DataFetcher;
import graphql.schema.GraphQLObjectType;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import java.util.Objects;
import org.imprimatur.api.fetch.FieldFetcher;
import org.imprimatur.api.fetch.RootFetcher;
import org.imprimatur.api.schema.SnapshotType;
import org.imprimatur.api.subscription.SubscriptionFetcher;
import org.imprimatur.graph.selection.Row;

/**
 * Three fetchers serve the whole schema: one for {@code Query} and its snapshots, one for {@code Subscription}, one for
 * everything below.
 */
final class SchemaWiring implements WiringFactory {

	private final DataFetcher<?> root;
	private final DataFetcher<?> subscription;

	SchemaWiring(RootFetcher root, SubscriptionFetcher subscription) {
		this.root = root;
		this.subscription = subscription;
	}

	@Override
	public boolean providesDataFetcher(FieldWiringEnvironment environment) {
		return true;
	}

	@Override
	public DataFetcher<?> getDataFetcher(FieldWiringEnvironment environment) {
		return switch (environment.getParentType().getName()) {
			case "Query", SnapshotType.NAME -> root;
			case "Subscription" -> subscription;
			default -> new FieldFetcher(environment.getFieldDefinition().getName());
		};
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
