package org.imprimatur.graph.record;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A record or a part as it is written to the graph. The driver takes it as a parameter as it is, component by
 * component.
 *
 * @param properties its properties; those that are absent have no key
 * @param references what it refers to
 * @param parts its parts
 */
public record GraphNode(Map<String, Object> properties, List<Reference> references, List<Part> parts) {

	/**
	 * A relationship to another anchor.
	 *
	 * @param position its place, from 0, among those of its field
	 */
	public record Reference(String type, String id, int position) {
	}

	/**
	 * A relationship to a node that belongs to this one alone.
	 *
	 * @param label the label of the node, beside that of all parts
	 */
	public record Part(String type, String label, GraphNode node) {
	}

	/** Every anchor that it refers to, through its parts as well. */
	Set<String> anchors() {
		Set<String> ids = new LinkedHashSet<>();
		references.forEach(it -> ids.add(it.id()));
		parts.forEach(it -> ids.addAll(it.node().anchors()));
		return ids;
	}
}
