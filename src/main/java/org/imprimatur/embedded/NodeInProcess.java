package org.imprimatur.embedded;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.imprimatur.embedded.KnownNode.Step;
import org.imprimatur.graph.connection.StoredNode;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Values;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;

/** A node of the embedded graph, of which is read what is not known yet. */
record NodeInProcess(KnownNode known, NodesInProcess nodes) implements StoredNode {

	private static final Comparator<Relationship> BY_POSITION = Comparator
			.comparingLong(it -> ((Number) it.getProperty("position")).longValue());

	@Override
	public boolean has(String label) {
		return known.labels(() -> StreamSupport.stream(nodes.read(known).getLabels().spliterator(), false)
				.map(Label::name).collect(Collectors.toUnmodifiableSet())).contains(label);
	}

	@Override
	public @Nullable Object property(String name) {
		return known.property(name, this::read);
	}

	@Override
	public Map<String, Object> properties(Collection<String> names) {
		return known.properties(names, this::read);
	}

	@Override
	public List<StoredNode> out(String... types) {
		return ends(Direction.OUTGOING, false, types);
	}

	@Override
	public List<StoredNode> in(String... types) {
		return ends(Direction.INCOMING, false, types);
	}

	@Override
	public List<StoredNode> outInOrder(String type) {
		return ends(Direction.OUTGOING, true, type);
	}

	// Loops, since a walk takes thousands of steps, and the streams for them would take more than what they do.
	private List<StoredNode> ends(Direction direction, boolean inOrder, String... types) {
		nodes.requireTime();
		List<StoredNode> ends = new ArrayList<>();
		for (String type : types) {
			Step step = new Step(direction, type, inOrder);
			for (KnownNode end : known.ends(step, this::read)) {
				ends.add(new NodeInProcess(end, nodes));
			}
		}
		return ends;
	}

	private Map<String, Object> read(List<String> names) {
		Map<String, Object> values = nodes.read(known).getProperties(names.toArray(String[]::new));
		values.replaceAll((name, value) -> ofTheDriver(value));
		return values;
	}

	private List<KnownNode> read(Step step) {
		try (Stream<Relationship> relationships = nodes.read(known)
				.getRelationships(step.direction(), RelationshipType.withName(step.type())).stream()) {
			return (step.inOrder() ? relationships.sorted(BY_POSITION) : relationships)
					.map(it -> nodes
							.known(step.direction() == Direction.OUTGOING ? it.getEndNode() : it.getStartNode()))
					.toList();
		}
	}

	private static Object ofTheDriver(Object value) {
		return value instanceof String ? value : Values.value(value).asObject();
	}
}
