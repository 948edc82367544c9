package org.imprimatur.api.explore;

import org.imprimatur.graph.walk.Link;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Ref;

/**
 * A relationship between two nodes, as it is recorded.
 *
 * @param from whose record holds it
 * @param to where it leads
 * @param type its type in the graph
 * @param reads what stands between the names of the two in a sentence
 */
record GraphEdge(Ref<Entity> from, Ref<Entity> to, String type, String reads) {

	static GraphEdge of(Link link) {
		return new GraphEdge(new Ref<>(link.from()), new Ref<>(link.to()), link.type().name(), link.type().onward());
	}
}
