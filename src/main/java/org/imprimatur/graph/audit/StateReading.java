package org.imprimatur.graph.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.graph.audit.LedgerReader.StateNode;
import org.imprimatur.graph.record.GraphNode;
import org.imprimatur.graph.record.Journal;
import org.imprimatur.graph.record.ProjectedRecord;
import org.imprimatur.graph.record.Projection;
import org.imprimatur.graph.record.RecordChange;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Sha256;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads a record or a withdrawal as it is in the graph, and holds it against what its content makes of it. */
final class StateReading {

	private static final String WITHDRAWAL = "Withdrawal";

	private StateReading() {
	}

	/** A node, and how often each relationship leads from it: the same may lead to the same twice. */
	private record Star(FoundNode node, Map<Link, Long> links) {
	}

	/** A relationship with what it leads to. */
	private record Link(String type, Map<String, Object> properties, End end) {
	}

	/** What a relationship leads to. */
	private sealed interface End {

		record Anchor(String id) implements End {
		}

		record Part(Star star) implements End {
		}

		/** What publishing makes no relationship to. */
		record Other(FoundNode node) implements End {
		}
	}

	static StateNode read(Record row) {
		FoundNode node = FoundNode.of(row.get("node"));
		Star found = new Star(node, links(row.get("links")));
		long since = node.number("since");
		long until = node.number("until");
		// These two are the journal's to say.
		node.properties().keySet().removeAll(Set.of("since", "until"));
		Set<String> references = new HashSet<>();
		int parts = 0;
		int links = 0;
		for (Link link : all(found)) {
			links++;
			if (link.end() instanceof End.Anchor anchor) {
				references.add(anchor.id());
			} else if (link.end() instanceof End.Part) {
				parts++;
			}
		}
		RecordChange says = node.labels().contains(WITHDRAWAL) ? withdrawn(found) : begun(node);
		return new StateNode(node.text("id"), since, until, Journal.write(says), flaw(says, found), references, parts,
				links);
	}

	private static List<Link> all(Star star) {
		List<Link> all = new ArrayList<>();
		star.links().forEach((link, times) -> {
			for (int time = 0; time < times; time++) {
				all.add(link);
				if (link.end() instanceof End.Part part) {
					all.addAll(all(part.star()));
				}
			}
		});
		return all;
	}

	private static Map<Link, Long> links(Value rows) {
		return bag(rows.asList(Function.<Value>identity()).stream().map(row -> {
			FoundNode node = FoundNode.of(row.get(1));
			String id = node.text("id");
			End end = new End.Other(node);
			if (node.labels().contains("Part")) {
				end = new End.Part(new Star(node, links(row.get(2))));
			} else if (node.labels().contains("Entity") && id != null) {
				end = new End.Anchor(id);
			}
			return new Link(row.get(0).asRelationship().type(), row.get(0).asMap(), end);
		}));
	}

	private static Map<Link, Long> bag(Stream<Link> links) {
		return links.collect(Collectors.groupingBy(link -> link, Collectors.counting()));
	}

	private static RecordChange begun(FoundNode node) {
		return new RecordChange.Begun(text(node, "id"), text(node, "dossier"),
				Sha256.of(text(node, Projection.CONTENT)));
	}

	private static RecordChange withdrawn(Star star) {
		return new RecordChange.Withdrawn(text(star.node(), "id"), text(star.node(), "dossier"),
				text(star.node(), "reason"),
				star.links().keySet().stream().filter(link -> link.type().equals("MERGED_INTO")).map(Link::end)
						.filter(End.Anchor.class::isInstance).map(end -> ((End.Anchor) end).id()).min(String::compareTo)
						.orElse(null));
	}

	private static String text(FoundNode node, String key) {
		return Objects.requireNonNullElse(node.text(key), "");
	}

	private static @Nullable String flaw(RecordChange says, Star found) {
		try {
			Star expected = switch (says) {
				case RecordChange.Begun begun -> star(Projection.record(
						CanonicalForm.read(begun.id(), text(found.node(), Projection.CONTENT)), begun.dossier()));
				case RecordChange.Withdrawn withdrawn -> withdrawal(withdrawn);
			};
			return difference(expected, found);
		} catch (RuntimeException e) {
			return "its content cannot be read";
		}
	}

	private static Star withdrawal(RecordChange.Withdrawn withdrawn) {
		Map<Link, Long> links = new HashMap<>(Map.of(reference("OF", withdrawn.id()), 1L));
		if (withdrawn.successor() != null) {
			links.put(reference("MERGED_INTO", withdrawn.successor()), 1L);
		}
		return new Star(new FoundNode(Set.of(WITHDRAWAL),
				stored(Projection.withdrawal(withdrawn))), links);
	}

	/** What the writer makes of a projection. */
	private static Star star(ProjectedRecord record) {
		Star star = star(record.node(), Set.copyOf(record.labels()));
		star.links().merge(reference("OF", record.id()), 1L, Long::sum);
		return star;
	}

	private static Star star(GraphNode node, Set<String> labels) {
		Stream<Link> references = node.references().stream().map(it -> new Link(it.type(),
				stored(Map.of("position", it.position())), new End.Anchor(it.id())));
		Stream<Link> parts = node.parts().stream().map(it -> new Link(it.type(), Map.of(),
				new End.Part(star(it.node(), Set.of("Part", it.label())))));
		return new Star(new FoundNode(labels, stored(node.properties())), bag(Stream.concat(references, parts)));
	}

	private static Link reference(String type, String id) {
		return new Link(type, Map.of(), new End.Anchor(id));
	}

	/** Properties as they are read again: with all whole numbers long. */
	private static Map<String, Object> stored(Map<String, Object> properties) {
		Map<String, Object> stored = new HashMap<>(properties);
		stored.replaceAll((key, value) -> value instanceof Integer number ? number.longValue() : value);
		return stored;
	}

	private static @Nullable String difference(Star expected, Star found) {
		if (!found.node().labels().equals(expected.node().labels())) {
			return "its labels are not what its content says";
		}
		return different(expected.node().properties(), found.node().properties()).min(String::compareTo)
				.map("its property %s is not what its content says"::formatted)
				.or(() -> different(expected.links(), found.links()).map(Link::type).min(String::compareTo)
						.map("what its %s leads to is not what its content says"::formatted))
				.orElse(null);
	}

	/** The keys under which two maps differ. */
	private static <K> Stream<K> different(Map<K, ?> one, Map<K, ?> other) {
		return Stream.of(one, other).flatMap(it -> it.keySet().stream())
				.filter(key -> !Objects.equals(one.get(key), other.get(key)));
	}
}
