package org.imprimatur.graph.walk;

import java.util.List;
import org.imprimatur.knowledge.Facts;

/**
 * The shortest chains between two entities.
 *
 * @param chains the ids of the entities of each chain, from one end to the other, in the order of these ids
 * @param links every relationship among the entities of all chains
 * @param facts the entities themselves, with the two ends even where there is no chain; an end that there is not is
 *     absent
 */
public record Chains(List<List<String>> chains, List<Link> links, Facts facts) {
}
