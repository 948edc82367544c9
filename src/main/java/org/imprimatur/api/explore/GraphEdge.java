package org.imprimatur.api.explore;

import org.imprimatur.graph.walk.Link;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.RelationshipType;

/**
 * A relationship between two nodes, as it is recorded.
 *
 * @param from whose record holds it
 * @param to where it leads
 * @param type its type in the graph
 * @param reads what stands between the names of the two in a sentence
 * @param readsBack what stands between them where the other is named first
 */
record GraphEdge(Ref<Entity> from, Ref<Entity> to, String type, String reads, String readsBack) {

	static GraphEdge of(Link link) {
		RelationshipType type = link.type();
		return new GraphEdge(new Ref<>(link.from()), new Ref<>(link.to()), type.name(), type.onward(), type.back());
	}
}
