package org.imprimatur.graph.selection;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.imprimatur.graph.connection.StoredNode;
import org.imprimatur.graph.selection.Selection.Fetch;
import org.imprimatur.graph.selection.Selection.Order;

/** A node with its place in an ordered list: {@link SelectionCompiler} orders in Cypher. */
record Keyed(StoredNode node, Cursor place) {

	static Keyed of(StoredNode node, Order order) {
		Map<String, Object> place = node.properties(List.of(order.property(), "id"));
		return new Keyed(node,
				new Cursor(order.key(), place.get(order.property()), (String) Objects.requireNonNull(place.get("id"))));
	}

	/** As many as fit the window of a page, and one more if there are more. */
	static List<Keyed> within(Fetch.Page page, List<StoredNode> all) {
		Window<Cursor> window = page.window();
		Comparator<Cursor> forward = Comparator
				.comparing(Cursor::key, Comparator.nullsLast(natural(page.order().descending())))
				.thenComparing(Cursor::id);
		Comparator<Cursor> order = window.backward() ? forward.reversed() : forward;
		Cursor beyond = window.beyond();
		return all.stream().map(it -> of(it, page.order()))
				.filter(it -> beyond == null || isBeyond(it.place(), beyond, order))
				.sorted(Comparator.comparing(Keyed::place, order)).limit(window.size() + 1L).toList();
	}

	// A cursor comes from outside: its key may be a text where days are kept, and nothing lies beyond that.
	private static boolean isBeyond(Cursor place, Cursor cursor, Comparator<Cursor> order) {
		return (place.key() == null || cursor.key() == null || place.key().getClass() == cursor.key().getClass())
				&& order.compare(place, cursor) > 0;
	}

	private static Comparator<Object> natural(boolean descending) {
		Comparator<Object> natural = (one, other) -> one instanceof LocalDate day
				? day.compareTo((LocalDate) other)
				: String.valueOf(one).compareTo(String.valueOf(other));
		return descending ? natural.reversed() : natural;
	}
}
