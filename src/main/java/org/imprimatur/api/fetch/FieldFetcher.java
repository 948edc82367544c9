package org.imprimatur.api.fetch;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.LightDataFetcher;
import graphql.schema.PropertyDataFetcher;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
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
 * It is light, so that no environment is made for what one look into a map answers, and nothing is carried to other
 * threads: most of an answer is such fields.
 */
public final class FieldFetcher implements LightDataFetcher<@Nullable Object> {

	private enum Content {
		DATE,
		PERIOD,
		FOLLOWED,
		PLAIN;

		static Content of(GraphQLNamedType type) {
			if (SchemaReading.isDate(type)) {
				return DATE;
			}
			return SchemaReading.isPeriod(type) ? PERIOD : SchemaReading.isFollowed(type) ? FOLLOWED : PLAIN;
		}
	}

	private final String name;
	private final PropertyDataFetcher<Object> property;
	/** Told from the field's type when it is first read: the schema is not there before. */
	private volatile @Nullable Content content;

	/** A fetcher of the fields with this name of one type. */
	public FieldFetcher(String name) {
		this.name = name;
		this.property = PropertyDataFetcher.fetching(name);
	}

	@Override
	public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
		return get(environment.getFieldDefinition(), Objects.requireNonNull(environment.getSource()),
				() -> environment);
	}

	@Override
	public @Nullable Object get(GraphQLFieldDefinition field, Object source,
			Supplier<DataFetchingEnvironment> environment) throws Exception {
		return switch (source) {
			case Row row -> ofRow(row, field, environment);
			case Page page -> ofPage(page, environment);
			case Edge edge -> name.equals("cursor") ? edge.cursor() : edge.node(key(environment));
			case EdtfDate date when name.equals("edtf") -> date.text();
			default -> property.get(field, source, environment);
		};
	}

	private @Nullable Object ofRow(Row row, GraphQLFieldDefinition field,
			Supplier<DataFetchingEnvironment> environment) {
		return switch (content(field)) {
			case DATE -> date(row.properties().get(name));
			case PERIOD -> period(row.properties().get(name));
			case FOLLOWED -> row.followed().get(key(environment));
			case PLAIN -> name.equals("id") && row.id() != null ? row.id() : row.properties().get(name);
		};
	}

	private Content content(GraphQLFieldDefinition field) {
		Content known = content;
		if (known == null) {
			known = Content.of(SchemaReading.typeOf(field));
			content = known;
		}
		return known;
	}

	private static @Nullable Object period(@Nullable Object value) {
		return value instanceof Map<?, ?> bounds
				? new Period(date(bounds.get("start")), date(bounds.get("end")))
				: value;
	}

	private static @Nullable EdtfDate date(@Nullable Object value) {
		return value instanceof String text ? EdtfDate.parse(text) : (EdtfDate) value;
	}

	private @Nullable Object ofPage(Page page, Supplier<DataFetchingEnvironment> environment) {
		return switch (name) {
			case "nodes" -> page.listing(key(environment));
			case "edges" -> {
				String key = key(environment);
				yield IntStream.range(0, page.cursors().size()).mapToObj(place -> new Edge(page, key, place)).toList();
			}
			case "totalCount" -> page.totalCount();
			default -> PageInfo.of(page);
		};
	}

	private static String key(Supplier<DataFetchingEnvironment> environment) {
		return environment.get().getMergedField().getResultKey();
	}
}
