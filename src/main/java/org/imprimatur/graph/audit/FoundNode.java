package org.imprimatur.graph.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Node;

/** A node as it was found: any property may be missing, or of another type than it should be. */
record FoundNode(Set<String> labels, Map<String, Object> properties) {

	static FoundNode of(Value value) {
		Node node = value.asNode();
		Set<String> labels = new HashSet<>();
		node.labels().forEach(labels::add);
		return new FoundNode(labels, new HashMap<>(node.asMap()));
	}

	/** The text of a property, if it is one. */
	@Nullable
	String text(String key) {
		return properties.get(key) instanceof String text ? text : null;
	}

	/** The whole number of a property, or {@link LedgerReader#NO_REVISION}. */
	long number(String key) {
		return properties.get(key) instanceof Long number ? number : LedgerReader.NO_REVISION;
	}

	/** The texts of a property; none if it is anything else. */
	List<String> texts(String key) {
		return properties.get(key) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
				? list.stream().map(String.class::cast).toList()
				: List.of();
	}

	/** Whether it has these labels and properties, and no others. */
	boolean has(Set<String> expectedLabels, Set<String> keys) {
		return labels.equals(expectedLabels) && properties.keySet().equals(keys);
	}
}
