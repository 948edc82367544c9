package org.imprimatur.api.page;

import org.imprimatur.graph.selection.Window;
import org.jspecify.annotations.Nullable;

/** The arguments of a list that is computed whole, of which a page is asked for from either end. */
public interface Paged {

	int first();

	@Nullable
	String after();

	@Nullable
	Integer last();

	@Nullable
	String before();

	/**
	 * The part that is asked for.
	 *
	 * @throws org.imprimatur.api.error.Refusal if it is asked for from both ends, or a cursor is none
	 */
	default Window<String> window() {
		return PageArguments.window(first(), after(), last(), before(), Slice::decoded);
	}
}
