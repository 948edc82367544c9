package org.imprimatur.graph.selection;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param listings the rows of the page, once for each time that they were asked for, by key
 * @param cursors the places of the rows
 * @param hasNextPage whether the list goes on after the page; if it was read backward, whether from a cursor
 * @param hasPreviousPage whether the page was asked for after a cursor; if it was read backward, whether more is before
 * @param totalCount how many rows the list has, if that was asked for
 */
public record Page(Map<String, List<Row>> listings, List<Cursor> cursors, boolean hasNextPage, boolean hasPreviousPage,
		@Nullable Integer totalCount) {

	/** The rows that were asked for under a key. */
	public List<Row> listing(String key) {
		return listings.getOrDefault(key, List.of());
	}
}
