package org.imprimatur.embedded;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.graph.connection.Statement;
import org.imprimatur.graph.connection.StoredNode;
import org.imprimatur.graph.connection.StoredNodes;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/** The nodes of the embedded graph, within a transaction. */
record NodesInProcess(Transaction transaction) implements StoredNodes {

	private static final Label ENTITY = Label.label("Entity");

	@Override
	public Optional<StoredNode> anchor(String id) {
		return Optional.ofNullable(transaction.findNode(ENTITY, "id", id)).map(NodeInProcess::new);
	}

	@Override
	public Stream<StoredNode> all(String label) {
		try (ResourceIterator<Node> nodes = transaction.findNodes(Label.label(label))) {
			return nodes.stream().<StoredNode>map(NodeInProcess::new).toList().stream();
		}
	}

	@Override
	public Map<String, @Nullable Object> row(Statement statement) {
		try (Result rows = transaction.execute(statement.text(), statement.parameters())) {
			return row(rows.next());
		}
	}

	private static Map<String, @Nullable Object> row(Map<String, ?> row) {
		Map<String, @Nullable Object> given = new HashMap<>(row);
		given.replaceAll((column, value) -> given(value));
		return given;
	}

	@SuppressWarnings("unchecked") // Cypher's maps have texts for keys
	private static @Nullable Object given(@Nullable Object value) {
		return switch (value) {
			case Node node -> new NodeInProcess(node);
			case List<?> list -> list.stream().<@Nullable Object>map(NodesInProcess::given).toList();
			case Map<?, ?> map -> row((Map<String, ?>) map);
			case null, default -> value;
		};
	}
}
