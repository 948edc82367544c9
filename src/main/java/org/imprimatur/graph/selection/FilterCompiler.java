package org.imprimatur.graph.selection;

import java.util.function.Function;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.selection.Selection.Direction;
import org.imprimatur.graph.selection.Selection.Filter;
import org.imprimatur.graph.selection.Selection.Step;

/**
 * Compiles filters to conditions of Cypher: {@link NodeFilter} says the same of a node at hand.
 *
 * @param parameter keeps a value as a parameter, and gives how the text names it
 */
record FilterCompiler(Function<Object, String> parameter) {

	/** The condition that a node is what a filter asks for. */
	String clause(String node, Filter filter) {
		return switch (filter) {
			case Filter.AnyOf anyOf ->
				"%s.%s IN %s".formatted(node, anyOf.property(), parameter.apply(anyOf.values()));
			case Filter.Contains contains -> "toLower(%s.%s) CONTAINS toLower(%s)".formatted(node,
					contains.property(), parameter.apply(contains.text()));
			case Filter.Within within -> within(node, within);
			case Filter.LinkedTo linked -> linked(node, linked);
		};
	}

	private String within(String node, Filter.Within within) {
		String from = within.from() == null
				? ""
				: " AND %s.%s_to >= %s".formatted(node, within.property(), parameter.apply(within.from()));
		String to = within.to() == null
				? ""
				: " AND %s.%s_from <= %s".formatted(node, within.property(), parameter.apply(within.to()));
		String recorded = "%s.%s IS NOT NULL".formatted(node, within.property()) + from + to;
		return within.amended() ? "(%s OR %s)".formatted(recorded, amended(node, within)) : recorded;
	}

	// Days as they are written stand in the order of time; a month or a year is the beginning of its days.
	private String amended(String node, Filter.Within within) {
		String from = within.from() == null
				? ""
				: " AND amending.value >= left(%s, size(amending.value))".formatted(
						parameter.apply(within.from().toString()));
		String to = within.to() == null ? "" : " AND amending.value <= " + parameter.apply(within.to().toString());
		return """
			EXISTS { MATCH (%s)-[:OF]->(:Entity)<-[:AFFECTS]-(amending:Record {kind: 'AMENDS'}) \
			WHERE %s AND amending.field = %s%s%s }""".formatted(node, LivePredicate.predicate("amending"),
				parameter.apply(within.property()), from, to);
	}

	private String linked(String node, Filter.LinkedTo linked) {
		Step step = linked.step();
		String holder = step.through() == null
				? "(%s)".formatted(node)
				: "(%s)-[:%s]->(:Part)".formatted(node, step.through());
		String values = parameter.apply(linked.values());
		String has = "target.%s IN %s".formatted(linked.property(), values);
		if (step.direction() == Direction.IN) {
			return "EXISTS { MATCH (%s)-[:OF]->(:Entity)<-[:%s]-(target:Record) WHERE %s AND %s }".formatted(node,
					step.relationship(), has, LivePredicate.predicate("target"));
		}
		// The id alone stands at the anchor.
		return linked.property().equals("id")
				? "EXISTS { MATCH %s-[:%s]->(target:Entity) WHERE %s }".formatted(holder, step.relationship(), has)
				: "EXISTS { MATCH %s-[:%s]->(:Entity)<-[:OF]-(target:Record) WHERE %s AND %s }".formatted(holder,
						step.relationship(), has, LivePredicate.predicate("target"));
	}
}
