package org.imprimatur.graph.selection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.graph.selection.Selection.Fetch;
import org.imprimatur.graph.selection.Selection.Follow;
import org.imprimatur.graph.selection.Selection.Listing;
import org.imprimatur.graph.selection.Selection.Property;
import org.imprimatur.graph.selection.Selection.Root;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** Reads what a compiled selection found: the driver's values become rows and pages here, and nowhere else. */
final class RowReading {

	private RowReading() {
	}

	/** What a root's column holds: a list of rows with holes, or a {@link Page}. */
	static Object root(Value column, Root root) {
		return switch (root) {
			case Root.ByIds byIds -> rows(column, byIds.selection());
			case Root.Passages passages -> rows(column, passages.selection());
			case Root.All all -> page(column, all.page());
		};
	}

	private static List<@Nullable Row> rows(Value column, Selection selection) {
		return column.asList(node -> node.isNull() ? null : row(node, selection), List.of());
	}

	private static Row row(Value node, Selection selection) {
		String type = text(node.get("type"));
		Map<String, @Nullable Object> properties = new HashMap<>();
		for (Property property : selection.properties()) {
			properties.put(property.name(), node.get(property.name()).asObject());
		}
		Map<String, @Nullable Object> followed = new HashMap<>();
		for (int place = 0; place < selection.follows().size(); place++) {
			Follow follow = selection.follows().get(place);
			if (follow.on().isEmpty() || (type != null && follow.on().contains(type))) {
				followed.put(follow.key(), followed(node.get(SelectionCompiler.followed(place)), follow.fetch()));
			}
		}
		return new Row(type, text(node.get("id")), properties, followed);
	}

	private static @Nullable String text(Value value) {
		return value.isNull() ? null : value.asString();
	}

	private static @Nullable Object followed(Value found, Fetch fetch) {
		return switch (fetch) {
			case Fetch.One one -> found.isNull() ? null : row(found, one.selection());
			case Fetch.Many many -> rows(found, many.selection());
			case Fetch.Page page -> page(found, page);
		};
	}

	private static Page page(Value found, Fetch.Page page) {
		Map<String, List<Row>> listings = new HashMap<>();
		Window.Part<Value> part = page.window().part(List.of());
		for (int place = 0; place < page.listings().size(); place++) {
			Listing listing = page.listings().get(place);
			part = page.window()
					.part(found.get(SelectionCompiler.followed(place)).asList(node -> node, List.of()));
			listings.put(listing.key(), part.entries().stream().map(node -> row(node, listing.selection())).toList());
		}
		List<Cursor> cursors = part.entries().stream().map(node -> cursor(page, node)).toList();
		Value total = found.get(SelectionCompiler.TOTAL);
		return new Page(listings, cursors, part.hasNext(), part.hasPrevious(), total.isNull() ? null : total.asInt());
	}

	private static Cursor cursor(Fetch.Page page, Value node) {
		return new Cursor(page.order().key(), node.get(SelectionCompiler.KEY).asObject(), node.get("id").asString());
	}
}
