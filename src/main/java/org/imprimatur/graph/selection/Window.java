package org.imprimatur.graph.selection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param size how many entries
 * @param beyond the place after which it begins, or before which it ends; where the list does if absent
 * @param backward whether they are the last, before that place, rather than the first after it
 */
public record Window<C>(int size, @Nullable C beyond, boolean backward) {

	/**
	 * What of a list lies in a window, in the list's order.
	 *
	 * @param hasNext whether the list goes on after it; if it was read backward, whether from a cursor
	 * @param hasPrevious whether it was asked for after a cursor; if it was read backward, whether more is before
	 */
	record Part<T>(List<T> entries, boolean hasNext, boolean hasPrevious) {
	}

	/** The part of a list of which as many entries were read as fit, and one more if there is. */
	<T> Part<T> part(List<T> read) {
		boolean more = read.size() > size;
		List<T> fitting = more ? read.subList(0, size) : read;
		boolean within = beyond != null;
		return backward ? new Part<>(fitting.reversed(), within, more) : new Part<>(fitting, more, within);
	}
}
