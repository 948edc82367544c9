package org.imprimatur.exchange;

/**
 * A relationship of the graph, from an entity or a part.
 *
 * @param from the id of what holds it
 * @param type its type: {@code ISSUED_BY}
 * @param to the id of the entity that it refers to, or of the part
 * @param position its place among those of its type
 */
record Edge(String from, String type, String to, int position) {
}
