package org.imprimatur.embedded;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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

	/** A row with its nodes, however deep, as they are given to a walk. */
	static Map<String, @Nullable Object> row(Map<String, ?> row) {
		Map<String, @Nullable Object> given = new HashMap<>(row);
		given.replaceAll((column, value) -> given(value));
		return given;
	}

	@SuppressWarnings("unchecked") // Cypher's maps have texts for keys
	private static @Nullable Object given(@Nullable Object value) {
		return switch (value) {
			case Node node -> new NodeInProcess(node);
			case List<?> list -> list.stream().<@Nullable Object>map(NodeInProcess::given).toList();
			case Map<?, ?> map -> row((Map<String, ?>) map);
			case null, default -> value;
		};
	}

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
