package org.imprimatur.graph.connection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node of a graph that runs in this process, for as long as the read lasts that found it. Two are equal if they are
 * the same node.
 */
public interface StoredNode {

	/** Whether it has a label. */
	boolean has(String label);

	/** Its value of a property, as the driver gives it; null if it has none. */
	@Nullable
	Object property(String name);

	/** Those of some properties that it has, by name. */
	Map<String, Object> properties(Collection<String> names);

	/** The nodes to which its relationships of these types lead, once for each that does. */
	List<StoredNode> out(String... types);

	/** The nodes from which relationships of these types lead to it, once for each that does. */
	List<StoredNode> in(String... types);

	/** The nodes to which its relationships of a type lead, in the order of these relationships' positions. */
	List<StoredNode> outInOrder(String type);
}
