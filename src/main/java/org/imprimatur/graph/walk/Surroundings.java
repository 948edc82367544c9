package org.imprimatur.graph.walk;

import java.util.List;

/**
 * What lies around some entities.
 *
 * @param nodes the ids of the entities: those asked for, then the nearest first, and by id where that is equal
 * @param links every relationship among them
 * @param omitted how many entities of the last depth that was looked at did not fit
 */
public record Surroundings(List<String> nodes, List<Link> links, int omitted) {
}
