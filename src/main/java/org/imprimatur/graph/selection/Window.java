package org.imprimatur.graph.selection;

import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param size how many entries
 * @param beyond the place after which it begins, or before which it ends; where the list does if absent
 * @param backward whether they are the last, before that place, rather than the first after it
 */
public record Window<C>(int size, @Nullable C beyond, boolean backward) {
}
