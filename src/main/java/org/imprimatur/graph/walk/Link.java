package org.imprimatur.graph.walk;

import java.util.Comparator;
import java.util.List;
import org.imprimatur.knowledge.RelationshipType;
import org.neo4j.driver.Value;

/**
 * A relationship between two entities, as it is recorded.
 *
 * @param from the id of the entity whose record, or a part of it, holds the relationship
 * @param type its type
 * @param to the id of the entity that it leads to
 */
public record Link(String from, RelationshipType type, String to) {

	private static final Comparator<Link> ORDER = Comparator.comparing(Link::from).thenComparing(Link::type)
			.thenComparing(Link::to);

	/** The links of a statement's column, by their holders, their types and their ends. */
	static List<Link> of(Value column) {
		return column.asList(link -> new Link(link.get(0).asString(), RelationshipType.valueOf(link.get(1).asString()),
				link.get(2).asString())).stream().sorted(ORDER).toList();
	}
}
