package org.imprimatur.api.fetch;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLNamedType;
import graphql.schema.PropertyDataFetcher;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.imprimatur.api.page.Edge;
import org.imprimatur.api.page.PageInfo;
import org.imprimatur.api.schema.SchemaReading;
import org.imprimatur.graph.selection.Page;
import org.imprimatur.graph.selection.Row;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Reads a field from what was fetched at the root: rows by the names of properties and by response keys, pages, dates.
 */
public final class FieldFetcher implements DataFetcher<@Nullable Object> {

	@Override
	public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
		return switch (Objects.requireNonNull(environment.<Object>getSource())) {
			case Row row -> ofRow(row, environment);
			case Page page -> ofPage(page, environment);
			case Edge edge -> environment.getField().getName().equals("cursor")
					? edge.cursor()
					: edge.node(environment.getMergedField().getResultKey());
			case EdtfDate date when environment.getField().getName().equals("edtf") -> date.text();
			default -> PropertyDataFetcher.fetching(environment.getField().getName()).get(environment);
		};
	}

	private static @Nullable Object ofRow(Row row, DataFetchingEnvironment environment) {
		String name = environment.getField().getName();
		GraphQLNamedType type = SchemaReading.typeOf(environment.getFieldDefinition());
		if (SchemaReading.isValue(type)) {
			return value(type, row.properties().get(name));
		}
		if (SchemaReading.isFollowed(type)) {
			return row.followed().get(environment.getMergedField().getResultKey());
		}
		return name.equals("id") && row.id() != null ? row.id() : row.properties().get(name);
	}

	private static @Nullable Object value(GraphQLNamedType type, @Nullable Object value) {
		if (SchemaReading.isDate(type)) {
			return date(value);
		}
		return value instanceof Map<?, ?> bounds
				? new Period(date(bounds.get("start")), date(bounds.get("end")))
				: value;
	}

	private static @Nullable EdtfDate date(@Nullable Object value) {
		return value instanceof String text ? EdtfDate.parse(text) : (EdtfDate) value;
	}

	private static @Nullable Object ofPage(Page page, DataFetchingEnvironment environment) {
		String key = environment.getMergedField().getResultKey();
		return switch (environment.getField().getName()) {
			case "nodes" -> page.listing(key);
			case "edges" -> IntStream.range(0, page.cursors().size()).mapToObj(place -> new Edge(page, key, place))
					.toList();
			case "totalCount" -> page.totalCount();
			default -> PageInfo.of(page);
		};
	}
}
