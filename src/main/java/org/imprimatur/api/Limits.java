package org.imprimatur.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.imprimatur.graph.Selection;

/**
 * What one operation may ask of the graph. Planning an unseen statement is the door to overload, so that the limits
 * stand before any statement is made (design §5).
 */
final class Limits {

	static final int HOPS = 8;
	static final int SUBQUERIES = 40;
	static final int IDS = 100;

	private static final String SPENT = "imprimatur.subqueries";

	private Limits() {
	}

	/** Lets through what one root field asks, together with what the operation's others asked before. */
	static void check(DataFetchingEnvironment environment, int hops, int subqueries) {
		if (hops > HOPS) {
			throw new Refusal(Refusal.Code.LIMIT_EXCEEDED,
					"this follows %d relationships in a row, and %d is the limit: ask in two queries"
							.formatted(hops, HOPS));
		}
		AtomicInteger spent = Objects.requireNonNull(
				environment.getGraphQlContext().computeIfAbsent(SPENT, key -> new AtomicInteger()));
		int asked = spent.addAndGet(subqueries);
		if (asked > SUBQUERIES) {
			throw new Refusal(Refusal.Code.LIMIT_EXCEEDED,
					"this operation follows %d relationships, and %d is the limit: ask for fewer fields, or in two queries"
							.formatted(asked, SUBQUERIES));
		}
	}

	/** Lets through what a root statement asks. */
	static void check(DataFetchingEnvironment environment, Selection selection) {
		check(environment, selection.hops(), 1 + selection.subqueries());
	}

	/** Lets through a list of ids. */
	static void checkIds(int ids) {
		if (ids > IDS) {
			throw new Refusal(Refusal.Code.LIMIT_EXCEEDED,
					"these are %d ids, and %d is the limit: ask for them in several queries".formatted(ids, IDS));
		}
	}

	/** Lets through a condition set unless another one is selected below it. */
	static void checkNotNested(DataFetchingFieldSelectionSet belowConditionSet) {
		if (belowConditionSet.contains("**/conditionSet")) {
			throw new Refusal(Refusal.Code.LIMIT_EXCEEDED,
					"this asks for a condition set below a condition set: ask for it in a query of its own");
		}
	}
}
