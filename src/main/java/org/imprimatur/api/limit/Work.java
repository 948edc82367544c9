package org.imprimatur.api.limit;

import java.util.List;
import java.util.Map;

/** What it costs to compute a field, beside the things that it answers with: what it reads to find them. */
final class Work {

	/** One condition set, or as much. */
	private static final long COMPUTATION = 50;
	/** Each character may have to be found mistyped; no more of them count. */
	private static final long CHARACTER = 80;
	private static final int MOST_CHARACTERS = 256;
	/** One more relationship away from a node. */
	private static final long STEP = 500;
	/** The records of a kind. */
	private static final long SURVEY = 5_000;
	private static final long WHOLE_GRAPH = 50_000;

	private Work() {
	}

	/** The cost of computing the root field of this name, with all that its arguments ask for. */
	static long of(String field, Map<String, Object> arguments) {
		return switch (field) {
			case "search" -> COMPUTATION
					+ CHARACTER * Math.min(MOST_CHARACTERS, String.valueOf(arguments.get("query")).length());
			case "path" -> COMPUTATION + STEP * number(arguments, "maxLength");
			case "graph" -> COMPUTATION + STEP * number(arguments, "depth") * lengths(arguments);
			case "coverage", "disputes", "motives", "restrictions" -> SURVEY;
			// How models stand is known from a condition set of each.
			case "statistics" -> arguments.get("by") instanceof List<?> by && !by.contains("STANDING")
					? SURVEY
					: WHOLE_GRAPH;
			case "verification" -> WHOLE_GRAPH;
			default -> COMPUTATION * lengths(arguments);
		};
	}

	private static long number(Map<String, Object> arguments, String name) {
		return arguments.get(name) instanceof Integer number ? Math.max(1, number) : 1;
	}

	/** Models times days, where several are asked for. */
	private static long lengths(Map<String, Object> arguments) {
		return arguments.values().stream().filter(List.class::isInstance).mapToLong(it -> ((List<?>) it).size())
				.reduce(1, (one, other) -> one * Math.max(1, other));
	}
}
