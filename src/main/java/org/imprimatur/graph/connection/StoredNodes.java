package org.imprimatur.graph.connection;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The nodes of a graph that runs in this process, for as long as a read of them lasts. */
public interface StoredNodes {

	/** The anchor of an entity, which no other has the id of, if there ever was a record of it. */
	Optional<StoredNode> anchor(String id);

	/** All nodes with a label. */
	Stream<StoredNode> all(String label);

	/** The one row that a statement has, with its nodes as they are here. */
	Map<String, @Nullable Object> row(Statement statement);
}
