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
import org.neo4j.kernel.impl.coreapi.InternalTransaction;

/** The nodes of the embedded graph, within a transaction. */
final class NodesInProcess implements StoredNodes {

	private static final Label ENTITY = Label.label("Entity");

	private final InternalTransaction transaction;
	private final KnownNodes known;

	NodesInProcess(Transaction transaction, KnownNodes known) {
		this.transaction = (InternalTransaction) transaction;
		this.known = known;
	}

	@Override
	public Optional<StoredNode> anchor(String id) {
		return Optional.ofNullable(known.anchor(id, () -> transaction.findNode(ENTITY, "id", id)))
				.map(this::node);
	}

	@Override
	public Stream<StoredNode> all(String label) {
		try (ResourceIterator<Node> nodes = transaction.findNodes(Label.label(label))) {
			return nodes.stream().map(this::known).map(this::node).toList().stream();
		}
	}

	@Override
	public Map<String, @Nullable Object> row(Statement statement) {
		try (Result rows = transaction.execute(statement.text(), statement.parameters())) {
			return row(rows.next());
		}
	}

	private Map<String, @Nullable Object> row(Map<String, ?> row) {
		Map<String, @Nullable Object> given = new HashMap<>(row);
		given.replaceAll((column, value) -> given(value));
		return given;
	}

	@SuppressWarnings("unchecked") // Cypher's maps have texts for keys
	private @Nullable Object given(@Nullable Object value) {
		return switch (value) {
			case Node node -> node(known(node));
			case List<?> list -> list.stream().<@Nullable Object>map(this::given).toList();
			case Map<?, ?> map -> row((Map<String, ?>) map);
			case null, default -> value;
		};
	}

	private StoredNode node(KnownNode node) {
		return new NodeInProcess(node, this);
	}

	/** What is known of a node that was found. */
	KnownNode known(Node node) {
		return known.of(node);
	}

	/** Ends a walk that takes too long, which of known nodes alone would not be seen. */
	void requireTime() {
		transaction.checkInTransaction();
	}

	/** A node to read of what is not known. */
	Node read(KnownNode node) {
		return transaction.getNodeByElementId(node.elementId());
	}
}
