package org.imprimatur.force.record;

/**
 * One passage of evidence.
 *
 * @param entity the id of the entity that it bears on
 * @param position its position in that entity's evidence, from 0
 */
public record EvidenceKey(String entity, int position) {
}
