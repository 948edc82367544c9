package org.imprimatur.embedded;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.imprimatur.graph.connection.StoredNode;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Values;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;

/** A node of the embedded graph, within the transaction that found it. */
record NodeInProcess(Node node) implements StoredNode {

	private static final Comparator<Relationship> BY_POSITION = Comparator
			.comparingLong(it -> ((Number) it.getProperty("position")).longValue());

	@Override
	public boolean has(String label) {
		return node.hasLabel(Label.label(label));
	}

	@Override
	public @Nullable Object property(String name) {
		Object value = node.getProperty(name, null);
		return value == null ? null : ofTheDriver(value);
	}

	@Override
	public Map<String, Object> properties(Collection<String> names) {
		Map<String, Object> values = node.getProperties(names.toArray(String[]::new));
		values.replaceAll((name, value) -> ofTheDriver(value));
		return values;
	}

	@Override
	public List<StoredNode> out(String... types) {
		return ends(relationships(Direction.OUTGOING, types));
	}

	@Override
	public List<StoredNode> in(String... types) {
		return ends(relationships(Direction.INCOMING, types));
	}

	@Override
	public List<StoredNode> outInOrder(String type) {
		return ends(relationships(Direction.OUTGOING, type).sorted(BY_POSITION));
	}

	private Stream<Relationship> relationships(Direction direction, String... types) {
		return node.getRelationships(direction,
				Arrays.stream(types).map(RelationshipType::withName).toArray(RelationshipType[]::new)).stream();
	}

	private List<StoredNode> ends(Stream<Relationship> relationships) {
		try (relationships) {
			return relationships.<StoredNode>map(it -> new NodeInProcess(it.getOtherNode(node))).toList();
		}
	}

	private static Object ofTheDriver(Object value) {
		return value instanceof String ? value : Values.value(value).asObject();
	}
}
