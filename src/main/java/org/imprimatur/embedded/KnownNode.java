package org.imprimatur.embedded;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;

/**
 * As much of a node as was read. Where threads read it at once, one may undo what another has kept: that is read again.
 */
final class KnownNode {

	/** Of a property that the node has not. */
	private static final Object NONE = new Object();

	/** About what they take, with what holds them. */
	private static final int BYTES_OF_A_NODE = 250;
	private static final int BYTES_OF_A_VALUE = 60;
	private static final int BYTES_OF_AN_END = 4;

	private final String elementId;
	private final LongAdder bytes;
	private volatile @Nullable Set<String> labels;
	private volatile Map<String, Object> properties = Map.of();
	private volatile Map<Step, List<KnownNode>> ends = Map.of();

	/**
	 * Nothing is read yet.
	 *
	 * @param bytes counts what it takes, about
	 */
	KnownNode(String elementId, LongAdder bytes) {
		this.elementId = elementId;
		this.bytes = bytes;
		bytes.add(BYTES_OF_A_NODE);
	}

	/**
	 * A step from a node.
	 *
	 * @param inOrder whether its ends are in the order of the relationships' positions
	 */
	record Step(Direction direction, String type, boolean inOrder) {
	}

	String elementId() {
		return elementId;
	}

	Set<String> labels(Supplier<Set<String>> read) {
		Set<String> known = labels;
		if (known == null) {
			known = read.get();
			labels = known;
		}
		return known;
	}

	/** Its value of a property, if it has it. */
	@Nullable
	Object property(String name, Function<List<String>, Map<String, Object>> read) {
		Object known = properties.get(name);
		if (known == null) {
			return properties(List.of(name), read).get(name);
		}
		return known == NONE ? null : known;
	}

	/** Those of some properties that it has. */
	Map<String, Object> properties(Collection<String> names, Function<List<String>, Map<String, Object>> read) {
		Map<String, Object> known = properties;
		Map<String, Object> asked = new HashMap<>();
		for (String name : names) {
			Object value = known.get(name);
			if (value == null) {
				known = more(known, names, read);
				properties = known;
				value = known.getOrDefault(name, NONE);
			}
			if (value != NONE) {
				asked.put(name, value);
			}
		}
		return asked;
	}

	private Map<String, Object> more(Map<String, Object> known, Collection<String> names,
			Function<List<String>, Map<String, Object>> read) {
		Map<String, Object> more = new HashMap<>(known);
		List<String> unknown = names.stream().filter(name -> more.putIfAbsent(name, NONE) == null).toList();
		Map<String, Object> values = read.apply(unknown);
		more.putAll(values);
		bytes.add((long) BYTES_OF_A_VALUE * unknown.size()
				+ values.values().stream().mapToLong(it -> it instanceof String text ? text.length() : 0).sum());
		return Map.copyOf(more);
	}

	List<KnownNode> ends(Step step, Function<Step, List<KnownNode>> read) {
		List<KnownNode> known = ends.get(step);
		if (known == null) {
			known = read.apply(step);
			Map<Step, List<KnownNode>> more = new HashMap<>(ends);
			more.put(step, known);
			ends = Map.copyOf(more);
			bytes.add((long) BYTES_OF_A_VALUE + (long) BYTES_OF_AN_END * known.size());
		}
		return known;
	}
}
