package org.imprimatur.graph.selection;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.connection.StoredNode;
import org.imprimatur.graph.selection.Selection.Direction;
import org.imprimatur.graph.selection.Selection.Filter;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Values;

/** Whether a node at hand is what a filter asks for: {@link SelectionCompiler} says the same in Cypher. */
record NodeFilter(int revision) {

	boolean admits(StoredNode node, Filter filter) {
		return switch (filter) {
			case Filter.AnyOf anyOf -> isAmong(node.property(anyOf.property()), anyOf.values());
			case Filter.Contains contains -> node.property(contains.property()) instanceof String text
					&& lower(text).contains(lower(contains.text()));
			case Filter.Within within -> isRecordedWithin(node, within)
					|| (within.amended() && isAmendedWithin(node, within));
			case Filter.LinkedTo linked -> isLinked(node, linked);
		};
	}

	private static boolean isAmong(@Nullable Object value, List<?> values) {
		return value != null && values.stream().anyMatch(it -> value.equals(Values.value(it).asObject()));
	}

	private static String lower(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

	private static boolean isRecordedWithin(StoredNode node, Filter.Within within) {
		Map<String, Object> recorded = node
				.properties(List.of(within.property(), within.property() + "_from", within.property() + "_to"));
		return recorded.containsKey(within.property())
				&& (within.from() == null || (recorded.get(within.property() + "_to") instanceof LocalDate latest
						&& !latest.isBefore(within.from())))
				&& (within.to() == null || (recorded.get(within.property() + "_from") instanceof LocalDate earliest
						&& !earliest.isAfter(within.to())));
	}

	// Days as they are written stand in the order of time; a month or a year is the beginning of its days.
	private boolean isAmendedWithin(StoredNode node, Filter.Within within) {
		return live(anchors(node).flatMap(it -> it.in("AFFECTS").stream()))
				.map(it -> it.properties(List.of("kind", "field", "value")))
				.filter(it -> "AMENDS".equals(it.get("kind")) && within.property().equals(it.get("field")))
				.anyMatch(it -> it.get("value") instanceof String value
						&& (within.from() == null || value.compareTo(beginning(within.from(), value.length())) >= 0)
						&& (within.to() == null || value.compareTo(within.to().toString()) <= 0));
	}

	private static String beginning(LocalDate day, int length) {
		String written = day.toString();
		return written.substring(0, Math.min(length, written.length()));
	}

	private boolean isLinked(StoredNode node, Filter.LinkedTo linked) {
		Selection.Step step = linked.step();
		if (step.direction() == Direction.IN) {
			return live(anchors(node).flatMap(it -> it.in(step.relationship()).stream()))
					.anyMatch(it -> isAmong(it.property(linked.property()), linked.values()));
		}
		Stream<StoredNode> holders = step.through() == null ? Stream.of(node) : node.out(step.through()).stream();
		Stream<StoredNode> targets = holders.flatMap(it -> it.out(step.relationship()).stream());
		// The id alone stands at the anchor.
		return (linked.property().equals("id") ? targets : live(targets.flatMap(it -> it.in("OF").stream())))
				.anyMatch(it -> isAmong(it.property(linked.property()), linked.values()));
	}

	private static Stream<StoredNode> anchors(StoredNode node) {
		return node.out("OF").stream();
	}

	private Stream<StoredNode> live(Stream<StoredNode> nodes) {
		return nodes.filter(it -> it.has("Record") && LivePredicate.isLive(it, revision));
	}
}
