package org.imprimatur.graph.record;

import java.util.List;

/**
 * The record of an entity as it is written to the graph.
 *
 * @param id the entity's id
 * @param label the label of its kind, which its anchor has, too
 * @param labels all labels of the record
 */
public record ProjectedRecord(String id, String label, List<String> labels, GraphNode node) {
}
