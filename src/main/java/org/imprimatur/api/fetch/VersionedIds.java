package org.imprimatur.api.fetch;

import graphql.execution.DataFetcherResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.imprimatur.graph.selection.Page;
import org.imprimatur.graph.selection.Row;
import org.imprimatur.knowledge.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * The ids of versions at the edge of the API: what is asked by them is looked up by plain ids, and what is read at a
 * revision of its own is answered with them. So a client's cache, which files things by id, never takes what was for
 * what is (design, "Three clocks").
 */
final class VersionedIds {

	private VersionedIds() {
	}

	/** The revisions that ids among the arguments name. */
	static Set<Integer> revisions(Map<String, Object> arguments) {
		Set<Integer> named = new TreeSet<>();
		replaced(arguments, text -> {
			VersionId.parse(text).ifPresent(it -> named.add(it.revision()));
			return text;
		});
		return named;
	}

	/** The arguments with plain ids. */
	static Map<String, Object> plain(Map<String, Object> arguments) {
		return replaced(arguments, text -> VersionId.parse(text).map(VersionId::id).orElse(text));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> replaced(Map<String, Object> arguments, UnaryOperator<String> text) {
		return (Map<String, Object>) replaced((Object) arguments, text);
	}

	private static Object replaced(Object value, UnaryOperator<String> text) {
		return switch (value) {
			case String it -> text.apply(it);
			case List<?> list -> list.stream().map(it -> it == null ? null : replaced(it, text)).toList();
			case Map<?, ?> fields -> {
				Map<Object, @Nullable Object> replaced = new HashMap<>();
				fields.forEach((name, it) -> replaced.put(name, it == null ? null : replaced(it, text)));
				yield replaced;
			}
			default -> value;
		};
	}

	/** What was read at a revision, with the ids of its versions. */
	static @Nullable Object named(@Nullable Object read, int revision) {
		return switch (read) {
			case Row row -> named(row, revision);
			case Page page -> {
				Map<String, List<Row>> listings = new HashMap<>();
				page.listings().forEach(
						(key, rows) -> listings.put(key, rows.stream().map(row -> named(row, revision)).toList()));
				yield new Page(listings, page.cursors(), page.hasNextPage(), page.hasPreviousPage(),
						page.totalCount());
			}
			case List<?> list -> {
				List<@Nullable Object> named = new ArrayList<>();
				list.forEach(it -> named.add(named(it, revision)));
				yield named;
			}
			case DataFetcherResult<?> it -> DataFetcherResult.newResult().data(named(it.getData(), revision))
					.errors(it.getErrors()).build();
			case null, default -> read;
		};
	}

	private static Row named(Row row, int revision) {
		Map<String, @Nullable Object> followed = new HashMap<>();
		row.followed().forEach((key, it) -> followed.put(key, named(it, revision)));
		return new Row(row.type(), row.id() == null ? null : new VersionId(row.id(), revision).toString(),
				row.properties(), followed);
	}
}
