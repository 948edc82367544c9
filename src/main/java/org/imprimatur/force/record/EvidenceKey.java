package org.imprimatur.force.record;

/**
 * One passage of evidence.
 *
 * @param entity the id of the entity that it bears on
 * @param position its place among the passages on that entity and its parts, from 0
 */
public record EvidenceKey(String entity, int position) {
}
