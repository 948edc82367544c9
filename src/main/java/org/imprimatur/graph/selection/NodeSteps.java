package org.imprimatur.graph.selection;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.graph.connection.EvidencePath;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.connection.StoredNode;
import org.imprimatur.graph.connection.StoredNodes;
import org.imprimatur.graph.selection.Selection.Direction;
import org.imprimatur.graph.selection.Selection.End;
import org.imprimatur.graph.selection.Selection.Passage;
import org.imprimatur.graph.selection.Selection.Step;

/** Takes a step from a node at hand: {@link SelectionCompiler} says the same in Cypher. */
record NodeSteps(int revision) {

	private static final Set<String> RECORD = Set.of("Record");
	private static final String[] PARTS = EvidencePath.PARTS.split("\\|");

	/** The live record of an id, if it has one of some labels, or none is named. */
	Optional<StoredNode> record(StoredNodes nodes, String id, Set<String> labels) {
		return records(nodes, id).filter(it -> labels.isEmpty() || hasAny(it, labels)).findFirst();
	}

	/** A passage of the live record of an id, or of a part of it. */
	Optional<StoredNode> passage(StoredNodes nodes, Passage asked) {
		return records(nodes, asked.entity())
				.flatMap(it -> Stream.concat(Stream.of(it), it.out(PARTS).stream()))
				.flatMap(it -> it.out(EvidencePath.LAST).stream())
				.filter(it -> Objects.equals(it.property("position"), Long.valueOf(asked.position()))).findFirst();
	}

	private Stream<StoredNode> records(StoredNodes nodes, String id) {
		return nodes.anchor(id).stream().flatMap(it -> it.in("OF").stream())
				.filter(it -> it.has("Record") && LivePredicate.isLive(it, revision));
	}

	/** The nodes at the other end of a step. */
	Stream<StoredNode> ends(StoredNode from, Step step) {
		String type = step.relationship();
		if (step.direction() == Direction.OUT) {
			return step.to() == End.PART
					? from.out(type).stream()
					: from.outInOrder(type).stream().flatMap(it -> records(it.in("OF").stream(), step));
		}
		if (step.from() == End.PART) {
			return records(holders(from.in(type).stream(), type), step);
		}
		Stream<StoredNode> naming = from.out("OF").stream().flatMap(it -> it.in(type).stream());
		if (step.through() == null) {
			return records(naming, step);
		}
		Stream<StoredNode> parts = naming.flatMap(it -> it.in(step.through()).stream());
		// A record that holds several parts which lead to the same entity is one answer, not several.
		return records(holders(parts, step.through()), step).distinct();
	}

	/** The same in the order that their holder gives them, or of their ids. */
	Stream<StoredNode> inOrder(StoredNode from, Step step) {
		if (step.to() == End.PART) {
			return ends(from, step)
					.sorted(Comparator.comparing(it -> (Long) Objects.requireNonNull(it.property("position"))));
		}
		return step.direction() == Direction.OUT
				? ends(from, step)
				: ends(from, step)
						.sorted(Comparator.comparing(it -> (String) Objects.requireNonNull(it.property("id"))));
	}

	/** A passage may be held by a part of the record. */
	private static Stream<StoredNode> holders(Stream<StoredNode> nodes, String relationship) {
		return relationship.equals(EvidencePath.LAST)
				? nodes.flatMap(it -> Stream.concat(Stream.of(it), it.in(PARTS).stream()))
				: nodes;
	}

	private Stream<StoredNode> records(Stream<StoredNode> nodes, Step step) {
		// An anchor has its kind's label too, but holds no relationship: what holds one needs no further label.
		Set<String> labels = step.labels().isEmpty() ? RECORD : step.labels();
		return nodes.filter(it -> hasAny(it, labels) && LivePredicate.isLive(it, revision));
	}

	private static boolean hasAny(StoredNode node, Set<String> labels) {
		for (String label : labels) {
			if (node.has(label)) {
				return true;
			}
		}
		return false;
	}
}
