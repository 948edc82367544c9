package org.imprimatur.graph.walk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** From the entities of one stage to those of a later one; it can be gone back. */
sealed interface Leg {

	/** As many steps as a leg is repeated: a chain in the dossiers is shorter. */
	int STEPS = 12;

	Stage from();

	Stage to();

	/** To the same entities. */
	record Same(Stage from, Stage to) implements Leg {
	}

	/** By one step. */
	record Once(Stage from, Way way, Stage to) implements Leg {
	}

	/** To the same entities, and on from them step by step, by any of the ways. */
	record Repeated(Stage from, List<Way> ways, Stage to) implements Leg {
	}

	/** From models to the categories that have a test: whether it is met, the rules say. */
	record Tested(Stage from, Stage to) implements Leg {

		private static final String PATTERN = """
			(x:Entity&Model), (:Test)<-[:HAS_TEST]-(state:Record&Category)-[:OF]->(y)""";
	}

	/**
	 * Whatever a repeated leg leads to, with what it starts at: layer after layer, each of what no layer before it has.
	 *
	 * @param step what one step leads to, in a set of its own
	 */
	static <N> Set<N> layers(Set<N> known, UnaryOperator<Set<N>> step) {
		Set<N> all = new HashSet<>(known);
		Set<N> layer = known;
		for (int count = 0; count < STEPS && !layer.isEmpty(); count++) {
			layer = step.apply(layer);
			layer.removeAll(all);
			all.addAll(layer);
		}
		return all;
	}

	/**
	 * A query for the entities {@code it} that the leg leads to.
	 *
	 * @param live the condition that {@code state} is live
	 */
	default String onward(String live) {
		return query(from().list(), "x", "y", live);
	}

	/** A query for the entities {@code it} from which the leg leads to those of its last stage. */
	default String back(String live) {
		return query(to().list(), "y", "x", live);
	}

	private String query(String known, String near, String far, String live) {
		return switch (this) {
			case Same same -> "UNWIND %s AS it RETURN DISTINCT it".formatted(known);
			case Once once -> step(known, near, once.way().pattern(), far, live);
			case Tested tested -> step(known, near, Tested.PATTERN, far, live);
			case Repeated repeated -> layers(known, near, repeated.ways(), far, live);
		};
	}

	private static String step(String known, String near, String pattern, String far, String live) {
		return "UNWIND %s AS %s MATCH %s WHERE %s RETURN DISTINCT %s AS it".formatted(known, near, pattern, live, far);
	}

	/**
	 * Layer after layer, each of what no layer before it has. Paths are not followed: there are as many as an entity
	 * had states, at each step. Layers are compared by grouping, since {@code IN} searches a list.
	 */
	private static String layers(String known, String near, List<Way> ways, String far, String live) {
		String fresh = ways.stream().map(way -> "UNWIND layers[-1] AS %s MATCH %s WHERE %s RETURN %s AS it, 1 AS fresh"
				.formatted(near, way.pattern(), live, far)).collect(Collectors.joining("\nUNION ALL\n"));
		return """
			UNWIND reduce(layers = [%s], step IN range(1, %d) |
				CASE WHEN size(layers[-1]) = 0 THEN layers ELSE layers + [COLLECT {
					CALL (*) {
						%s
						UNION ALL
						UNWIND layers AS layer UNWIND layer AS it
						RETURN it, 0 AS fresh
					}
					WITH it, min(fresh) AS fresh WHERE fresh = 1
					RETURN it
				}] END) AS layer
			UNWIND layer AS it RETURN DISTINCT it""".formatted(known, STEPS, fresh);
	}
}
