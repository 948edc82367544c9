package org.imprimatur.graph.selection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.graph.connection.Statement;
import org.imprimatur.graph.connection.Statements;
import org.imprimatur.graph.selection.Selection.Fetch;
import org.imprimatur.graph.selection.Selection.Follow;
import org.imprimatur.graph.selection.Selection.Listing;
import org.imprimatur.graph.selection.Selection.Property;
import org.imprimatur.graph.selection.Selection.Root;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Reads selections at a revision: any number of roots in one statement, which is one round trip. */
public final class GraphReader {

	private final Statements statements;

	public GraphReader(Statements statements) {
		this.statements = statements;
	}

	/**
	 * Reads all roots in one statement.
	 *
	 * @return for each root, in their order: a list of rows with holes, or a {@link Page}
	 */
	public List<Object> read(List<Root> roots, int revision) {
		Statement statement = SelectionCompiler.compile(roots, revision);
		Record columns = runAll(statement).getFirst();
		List<Object> answers = new ArrayList<>();
		for (int place = 0; place < roots.size(); place++) {
			Object column = columns.get(SelectionCompiler.followed(place)).asObject();
			answers.add(switch (roots.get(place)) {
				case Root.ByIds byIds -> rows(column, byIds.selection());
				case Root.Passages passages -> rows(column, passages.selection());
				case Root.All all -> page(column, all.page());
			});
		}
		return answers;
	}

	/** Runs a statement in a round trip of its own. */
	public List<Record> runAll(Statement statement) {
		return statements.read(statement);
	}

	private static List<@Nullable Row> rows(@Nullable Object column, Selection selection) {
		List<@Nullable Row> rows = new ArrayList<>();
		if (column instanceof List<?> nodes) {
			nodes.forEach(node -> rows.add(node == null ? null : row(map(node), selection)));
		}
		return rows;
	}

	private static Row row(Map<String, @Nullable Object> node, Selection selection) {
		String type = (String) node.get("type");
		Map<String, @Nullable Object> properties = new HashMap<>();
		for (Property property : selection.properties()) {
			properties.put(property.name(), node.get(property.name()));
		}
		Map<String, @Nullable Object> followed = new HashMap<>();
		for (int place = 0; place < selection.follows().size(); place++) {
			Follow follow = selection.follows().get(place);
			if (follow.on().isEmpty() || (type != null && follow.on().contains(type))) {
				followed.put(follow.key(), found(node.get(SelectionCompiler.followed(place)), follow.fetch()));
			}
		}
		return new Row(type, (String) node.get("id"), properties, followed);
	}

	private static @Nullable Object found(@Nullable Object value, Fetch fetch) {
		return switch (fetch) {
			case Fetch.One one -> value == null ? null : row(map(value), one.selection());
			case Fetch.Many many -> rows(value, many.selection());
			case Fetch.Page page -> page(value, page);
		};
	}

	private static Page page(@Nullable Object value, Fetch.Page page) {
		Map<String, @Nullable Object> found = value == null ? new HashMap<>() : map(value);
		Map<String, List<Row>> listings = new HashMap<>();
		List<String> cursors = List.of();
		boolean more = false;
		for (int place = 0; place < page.listings().size(); place++) {
			Listing listing = page.listings().get(place);
			List<Map<String, @Nullable Object>> nodes = nodes(found.get(SelectionCompiler.followed(place)));
			List<Row> rows = nodes.stream().limit(page.first()).map(node -> row(node, listing.selection())).toList();
			more = nodes.size() > page.first();
			cursors = nodes.stream().limit(page.first()).map(node -> cursor(page, node)).toList();
			listings.put(listing.key(), rows);
		}
		return new Page(listings, cursors, more, page.after() != null,
				found.get("total") instanceof Number total ? total.intValue() : null);
	}

	private static String cursor(Fetch.Page page, Map<String, @Nullable Object> node) {
		return Cursor.of(page.order(), node).encode();
	}

	private static List<Map<String, @Nullable Object>> nodes(@Nullable Object value) {
		return value instanceof List<?> list ? list.stream().map(GraphReader::map).toList() : List.of();
	}

	@SuppressWarnings("unchecked")
	private static Map<String, @Nullable Object> map(Object node) {
		return (Map<String, @Nullable Object>) node;
	}
}
