package org.imprimatur.graph.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.imprimatur.graph.selection.Selection.Direction;
import org.imprimatur.graph.selection.Selection.End;
import org.imprimatur.graph.selection.Selection.Fetch;
import org.imprimatur.graph.selection.Selection.Follow;
import org.imprimatur.graph.selection.Selection.Listing;
import org.imprimatur.graph.selection.Selection.Order;
import org.imprimatur.graph.selection.Selection.Root;
import org.imprimatur.graph.selection.Selection.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What makes a statement slow on many entities, and cannot be seen in its answer. */
class SelectionCompilerTest {

	private static final Order BY_NAME = new Order("name", false, true);
	private static final String INDEXED = ".name IS NOT NULL AND %s.id IS NOT NULL";

	@Test
	void aWholeKindIsReadInTheOrderOfItsIndexFromTheCursorOn() {
		String text = text(new Cursor(BY_NAME.key(), "m", "model/m"), false);
		assertThat(text).containsOnlyOnce("n0" + INDEXED.formatted("n0")).contains("(n0.name >= $");
	}

	@Test
	void whatIsFollowedIsNotLookedForInAnIndex() {
		assertThat(text(null, false)).doesNotContain("n1" + INDEXED.formatted("n1"), "n1.name IS NOT NULL");
	}

	@Test
	void whatIsCountedIsNeitherOrderedNorHeldToMoreThanItsKind() {
		String text = text(null, true);
		assertThat(text.substring(text.indexOf("total: COUNT"))).doesNotContain("IS NOT NULL", "ORDER BY", "DISTINCT");
		assertThat(text).as("an anchor holds nothing").contains("<-[:DEVELOPED_BY]-(n1:Model)");
	}

	private static String text(@Nullable Cursor after, boolean total) {
		Selection name = new Selection(Set.of(), List.of());
		Step models = new Step("DEVELOPED_BY", Direction.IN, null, End.RECORD, End.RECORD, Set.of("Model"));
		Selection followed = new Selection(Set.of(), List.of(new Follow("models", Set.of(), models,
				new Fetch.Page(List.of(), BY_NAME, new Window<>(1, null, false), List.of(new Listing("nodes", name)),
						false))));
		return SelectionCompiler.compile(List.of(new Root.All("Company",
				new Fetch.Page(List.of(), BY_NAME, new Window<>(1, after, false),
						List.of(new Listing("nodes", followed)), total))),
				1)
				.text();
	}
}
