package org.imprimatur.api.page;

import org.imprimatur.graph.selection.Page;
import org.jspecify.annotations.Nullable;

/** Where a page stands in its list, as the Relay specification of connections names it. */
public record PageInfo(boolean hasNextPage, boolean hasPreviousPage, @Nullable String startCursor,
		@Nullable String endCursor) {

	public static PageInfo of(Page page) {
		boolean empty = page.cursors().isEmpty();
		return new PageInfo(page.hasNextPage(), page.hasPreviousPage(),
				empty ? null : page.cursors().getFirst().encode(),
				empty ? null : page.cursors().getLast().encode());
	}
}
