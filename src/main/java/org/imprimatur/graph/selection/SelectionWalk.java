package org.imprimatur.graph.selection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.imprimatur.graph.connection.StoredNode;
import org.imprimatur.graph.connection.StoredNodes;
import org.imprimatur.graph.selection.Selection.Fetch;
import org.imprimatur.graph.selection.Selection.Follow;
import org.imprimatur.graph.selection.Selection.Listing;
import org.imprimatur.graph.selection.Selection.Property;
import org.imprimatur.graph.selection.Selection.Root;
import org.imprimatur.graph.selection.Selection.Step;
import org.jspecify.annotations.Nullable;

/**
 * Follows a selection from node to node, where the graph is in this process: what {@link SelectionCompiler} says in one
 * statement, with nothing to plan but where it starts (decision 12).
 */
final class SelectionWalk {

	private final NodeSteps steps;
	private final NodeFilter filter;

	SelectionWalk(int revision) {
		this.steps = new NodeSteps(revision);
		this.filter = new NodeFilter(revision);
	}

	/** The rows under a root, with holes. */
	Object found(StoredNodes nodes, Root root) {
		return switch (root) {
			case Root.ByIds byIds -> byIds.ids().stream().<@Nullable Row>map(id -> steps
					.record(nodes, id, byIds.labels()).map(it -> row(it, byIds.selection())).orElse(null)).toList();
			case Root.Passages asked -> asked.passages().stream().<@Nullable Row>map(passage -> steps
					.passage(nodes, passage).map(it -> row(it, asked.selection())).orElse(null)).toList();
			case Root.All all -> throw new IllegalArgumentException("a page of all is read alone");
		};
	}

	/** The page of which a statement found the nodes. */
	Page page(@Nullable Object start, Root.All all) {
		Map<?, ?> page = (Map<?, ?>) Objects.requireNonNull(start);
		List<Keyed> nodes = page.get(SelectionCompiler.followed(0)) instanceof List<?> list
				? list.stream().map(node -> Keyed.of((StoredNode) node, all.page().order())).toList()
				: List.of();
		return page(all.page(), nodes,
				page.get(SelectionCompiler.TOTAL) instanceof Long total ? total.intValue() : null);
	}

	private Row row(StoredNode node, Selection selection) {
		List<String> names = new ArrayList<>(List.of("type", "id"));
		for (Property property : selection.properties()) {
			if (property.period()) {
				names.add(property.name() + "_start");
				names.add(property.name() + "_end");
			}
			names.add(property.name());
		}
		Map<String, Object> stored = node.properties(names);
		String type = (String) stored.get("type");
		Map<String, @Nullable Object> properties = new HashMap<>();
		for (Property property : selection.properties()) {
			properties.put(property.name(), property.period() ? period(stored, property) : stored.get(property.name()));
		}
		Map<String, @Nullable Object> followed = new HashMap<>();
		for (Follow follow : selection.follows()) {
			if (follow.on().isEmpty() || (type != null && follow.on().contains(type))) {
				followed.put(follow.key(), followed(node, follow));
			}
		}
		return new Row(type, (String) stored.get("id"), properties, followed);
	}

	private static @Nullable Object period(Map<String, Object> stored, Property property) {
		if (!Boolean.TRUE.equals(stored.get(property.name()))) {
			return null;
		}
		Map<String, @Nullable Object> period = new HashMap<>();
		period.put("start", stored.get(property.name() + "_start"));
		period.put("end", stored.get(property.name() + "_end"));
		return period;
	}

	private @Nullable Object followed(StoredNode node, Follow follow) {
		Step step = follow.step();
		return switch (follow.fetch()) {
			case Fetch.One one -> steps.ends(node, step).findFirst().map(it -> row(it, one.selection())).orElse(null);
			case Fetch.Many many ->
				steps.inOrder(node, step).map(it -> row(it, many.selection())).toList();
			case Fetch.Page page -> {
				List<StoredNode> all = steps.ends(node, step)
						.filter(it -> page.filters().stream().allMatch(asked -> filter.admits(it, asked))).toList();
				yield page(page, page.listings().isEmpty() ? List.of() : Keyed.within(page, all),
						page.total() ? all.size() : null);
			}
		};
	}

	private Page page(Fetch.Page page, List<Keyed> read, @Nullable Integer total) {
		Map<String, List<Row>> listings = new HashMap<>();
		Window.Part<Keyed> part = page.window().part(read);
		for (Listing listing : page.listings()) {
			listings.put(listing.key(),
					part.entries().stream().map(it -> row(it.node(), listing.selection())).toList());
		}
		List<Cursor> cursors = part.entries().stream().map(Keyed::place).toList();
		return new Page(listings, cursors, part.hasNext(), part.hasPrevious(), total);
	}
}
