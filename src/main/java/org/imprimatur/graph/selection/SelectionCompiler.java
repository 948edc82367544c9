package org.imprimatur.graph.selection;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imprimatur.graph.connection.EvidencePath;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.connection.Statement;
import org.imprimatur.graph.selection.Selection.Direction;
import org.imprimatur.graph.selection.Selection.End;
import org.imprimatur.graph.selection.Selection.Fetch;
import org.imprimatur.graph.selection.Selection.Follow;
import org.imprimatur.graph.selection.Selection.Listing;
import org.imprimatur.graph.selection.Selection.Order;
import org.imprimatur.graph.selection.Selection.Property;
import org.imprimatur.graph.selection.Selection.Root;
import org.imprimatur.graph.selection.Selection.Step;
import org.jspecify.annotations.Nullable;

/**
 * Compiles selections to one Cypher statement: a nested {@code COLLECT} for each relationship followed (design, "The
 * API"). What is followed is named by its place, not by the client's alias, so that equal shapes have equal texts and
 * plans are reused; filters that are absent leave the text, since {@code $x IS NULL OR …} would defeat the index.
 */
final class SelectionCompiler {

	/** The name under which a node of a page carries the value that the page is ordered by. */
	static final String KEY = "_key";

	/** The name of how many nodes a page's list has. */
	static final String TOTAL = "total";

	private final boolean startsAlone;
	private final Map<String, Object> parameters = new HashMap<>();
	private final FilterCompiler filters = new FilterCompiler(this::parameter);
	private int variables;

	private SelectionCompiler(boolean startsAlone, int revision) {
		this.startsAlone = startsAlone;
		parameters.put(LivePredicate.REVISION, revision);
	}

	/** One statement that answers all roots, each in a column named by its place. */
	static Statement compile(List<Root> roots, int revision) {
		return new SelectionCompiler(false, revision).statement(roots);
	}

	/** A statement that gives the nodes of a page in the column of the first place, for a walk from there. */
	static Statement start(Root.All page, int revision) {
		return new SelectionCompiler(true, revision).statement(List.of(page));
	}

	private Statement statement(List<Root> roots) {
		Iterator<Integer> places = places();
		String columns = roots.stream().map(root -> root(root) + " AS " + followed(places.next()))
				.collect(Collectors.joining(",\n"));
		return new Statement("CYPHER 25\nRETURN " + columns, parameters);
	}

	/** The name of what is followed at a place. */
	static String followed(int place) {
		return "f" + place;
	}

	private static Iterator<Integer> places() {
		return IntStream.iterate(0, place -> place + 1).iterator();
	}

	private String root(Root root) {
		return switch (root) {
			case Root.ByIds byIds -> {
				String node = variable();
				yield "COLLECT { UNWIND %s AS id RETURN %s }".formatted(parameter(byIds.ids()), first(
						"MATCH (:Entity {id: id})<-[:OF]-(%s:Record%s) WHERE %s".formatted(node, and(byIds.labels()),
								LivePredicate.predicate(node)),
						"", node, byIds.selection()));
			}
			case Root.Passages passages -> {
				String node = variable();
				List<?> keys = passages.passages().stream()
						.map(passage -> Map.of("id", passage.entity(), "position", passage.position())).toList();
				yield "COLLECT { UNWIND %s AS key RETURN %s }".formatted(parameter(keys), first(
						"""
							MATCH (:Entity {id: key.id})<-[:OF]-(owner:Record)%s(%s:Evidence) \
							WHERE %s AND %s.position = key.position"""
								.formatted(EvidencePath.ONWARD, node, LivePredicate.predicate("owner"), node),
						"", node, passages.selection()));
			}
			case Root.All all -> {
				String node = variable();
				yield page("MATCH (%s:%s) WHERE %s".formatted(node, all.label(), LivePredicate.predicate(node)), "",
						node, all.page(), true);
			}
		};
	}

	private String node(String node, Selection selection) {
		if (startsAlone) {
			return node;
		}
		StringBuilder projection = new StringBuilder(node + "{.type, .id");
		for (String property : names(selection.properties(), false)) {
			projection.append(", .").append(property);
		}
		for (String period : names(selection.properties(), true)) {
			projection.append(", %2$s: CASE WHEN %1$s.%2$s THEN {start: %1$s.%2$s_start, end: %1$s.%2$s_end} END"
					.formatted(node, period));
		}
		Iterator<Integer> places = places();
		for (Follow follow : selection.follows()) {
			projection.append(", ").append(followed(places.next())).append(": ").append(follow(node, follow));
		}
		return projection.append("}").toString();
	}

	private static Set<String> names(Set<Property> properties, boolean period) {
		return properties.stream().filter(property -> property.period() == period).map(Property::name)
				.collect(Collectors.toCollection(TreeSet::new));
	}

	private String follow(String from, Follow follow) {
		String to = variable();
		String match = match(from, follow.step(), to);
		// A record that holds several parts which lead to the same entity is one answer, not several.
		String distinct = follow.step().through() == null ? "" : "DISTINCT ";
		String expression = switch (follow.fetch()) {
			case Fetch.One one -> first(match, distinct, to, one.selection());
			case Fetch.Many many -> "COLLECT { %s WITH %s%s%s ORDER BY %s RETURN %s }".formatted(match, distinct, to,
					positioned(follow.step()) ? ", by_" + to : "", order(follow.step(), to),
					node(to, many.selection()));
			case Fetch.Page page -> page(match, distinct, to, page, false);
		};
		if (follow.on().isEmpty()) {
			return expression;
		}
		return "CASE WHEN %s:%s THEN %s END".formatted(from, String.join("|", new TreeSet<>(follow.on())), expression);
	}

	private String first(String match, String distinct, String node, Selection selection) {
		return "head(COLLECT { %s WITH %s%s LIMIT 1 RETURN %s })".formatted(match, distinct, node,
				node(node, selection));
	}

	private static boolean positioned(Step step) {
		return step.direction() == Direction.OUT && step.to() == End.RECORD;
	}

	private static String order(Step step, String to) {
		if (positioned(step)) {
			return "by_%s.position".formatted(to);
		}
		return step.to() == End.PART ? to + ".position" : to + ".id";
	}

	private static String match(String from, Step step, String to) {
		String type = step.relationship();
		String record = to + ":Record" + and(step.labels());
		// An anchor has its kind's label too, but holds no relationship: what holds one needs no further label.
		String holding = step.labels().isEmpty() ? record : to + ":" + String.join("|", new TreeSet<>(step.labels()));
		String pattern = switch (step.direction()) {
			case OUT -> step.to() == End.PART
					? "MATCH (%s)-[:%s]->(%s)".formatted(from, type, to)
					: "MATCH (%1$s)-[by_%3$s:%2$s]->(:Entity)<-[:OF]-(%3$s:Record)".formatted(from, type, to);
			case IN -> {
				if (step.from() == End.PART) {
					yield "MATCH (%s)<-[:%s]-%s(%s)".formatted(from, type, holder(type), record);
				}
				yield step.through() == null
						? "MATCH (%s)-[:OF]->()<-[:%s]-(%s)".formatted(from, type, holding)
						: "MATCH (%s)-[:OF]->()<-[:%s]-()<-[:%s]-%s(%s)".formatted(from, type, step.through(),
								holder(step.through()), holder(step.through()).isEmpty() ? holding : record);
			}
		};
		// A part lives and ends with its record, which is live already.
		return step.to() == End.PART ? pattern : pattern + " WHERE " + LivePredicate.predicate(to);
	}

	// A passage may be held by a part of the record.
	private static String holder(String relationship) {
		return relationship.equals(EvidencePath.LAST) ? "()" + EvidencePath.HOLDER : "";
	}

	private String page(String match, String distinct, String node, Fetch.Page page, boolean root) {
		Order order = page.order();
		String key = node + "." + order.property();
		String all = match + page.filters().stream().map(filter -> " AND " + filters.clause(node, filter))
				.collect(Collectors.joining());
		// The index that streams the order of a whole kind is used where all that it holds is asked for: key and id.
		String where = root && order.required()
				? all + " AND %s IS NOT NULL AND %s.id IS NOT NULL".formatted(key, node)
				: all;
		// The key is read once and named: the planner gives null for one of two readings of a property in one
		// projection.
		Window<Cursor> window = page.window();
		String backward = window.backward() ? " DESC" : "";
		String rows = where + (window.beyond() == null ? "" : " AND " + beyond(node, order, window))
				+ " WITH %s%s, %s AS %s ORDER BY %s%s%s, %s.id%s LIMIT %s ".formatted(distinct, node, key, named(node),
						order.required() ? "" : named(node) + " IS NULL%s, ".formatted(backward), named(node),
						order.descending() == window.backward() ? "" : " DESC", node, backward,
						parameter(window.size() + 1));
		StringBuilder fields = new StringBuilder();
		Iterator<Integer> places = places();
		for (Listing listing : startsAlone ? page.listings().stream().limit(1).toList() : page.listings()) {
			fields.append("%s: COLLECT { %sRETURN %s }, ".formatted(followed(places.next()), rows,
					keyed(node, listing.selection())));
		}
		if (page.total()) {
			String counted = distinct.isEmpty() ? "" : " RETURN DISTINCT " + node;
			fields.append(TOTAL + ": COUNT { ").append(all).append(counted).append(" }, ");
		}
		return "{%s}".formatted(fields.substring(0, Math.max(0, fields.length() - 2)));
	}

	private String keyed(String node, Selection selection) {
		String projection = node(node, selection);
		return startsAlone
				? projection
				: "%s, %s: %s}".formatted(projection.substring(0, projection.length() - 1), KEY, named(node));
	}

	/** The name of the value that a node of a page is ordered by. */
	private static String named(String node) {
		return "key_" + node;
	}

	/** Nodes without the key come last, and so backward first. */
	private String beyond(String node, Order order, Window<Cursor> window) {
		Cursor cursor = Objects.requireNonNull(window.beyond());
		String key = node + "." + order.property();
		String id = "%s.id %s %s".formatted(node, window.backward() ? "<" : ">", parameter(cursor.id()));
		if (cursor.key() == null) {
			return (window.backward() ? "(%s IS NOT NULL OR %s)" : "(%s IS NULL AND %s)").formatted(key, id);
		}
		// The first comparison is one that the index can begin at.
		return "(%1$s %2$s= %3$s AND (%1$s %2$s %3$s OR %4$s)%5$s)".formatted(key,
				order.descending() == window.backward() ? ">" : "<", parameter(cursor.key()), id,
				order.required() || window.backward() ? "" : " OR %s IS NULL".formatted(key));
	}

	private static String and(Set<String> labels) {
		return labels.isEmpty() ? "" : "&(%s)".formatted(String.join("|", new TreeSet<>(labels)));
	}

	private String variable() {
		return "n" + variables++;
	}

	private String parameter(@Nullable Object value) {
		String name = "p" + parameters.size();
		parameters.put(name, value);
		return "$" + name;
	}
}
