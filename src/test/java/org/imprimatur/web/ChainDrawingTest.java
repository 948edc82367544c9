package org.imprimatur.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.imprimatur.web.ChainDrawing.Box;
import org.junit.jupiter.api.Test;

class ChainDrawingTest {

	private static final Map<String, Object> LETTER = node("Letter", "letter/a");
	private static final Map<String, Object> NORM = node("Condition", "condition/a");
	private static final Map<String, Object> MODEL = node("Model", "model/a");
	private static final Map<String, Object> REACH = step("REACH", true, LETTER, NORM, MODEL);

	@Test
	void leadsFromWhoImposedItDownToTheModel() {
		Map<String, Object> maker = node("Company", "company/maker");
		Map<String, Object> made = with(MODEL, "developer", Map.of("id", "company/maker"));
		Map<String, Object> applied = applied(List.of(REACH, step("PERIOD", true, LETTER), step("PERIOD", true, NORM)),
				List.of(made, maker, node("Company", "company/owner")));
		applied.put("instrument", with(with(LETTER, "issuedBy", List.of(node("Agency", "agency/a"))), "issued",
				Map.of("reading", "3 March 2026")));
		assertThat(drawn(applied)).isEqualTo("""
			[agency/a]
			issued [letter/a 3 March 2026 2]
			imposes [condition/a 3]
			names 1 [company/owner]
			controls [company/maker]
			makes [model/a]""");
		assertThat(drawn(with(applied, "via", List.of(MODEL, maker)))).endsWith("offers [model/a]");
	}

	@Test
	void anInstrumentOfWhichNobodyIsKnownStandsFirst() {
		assertThat(drawn(applied(List.of(REACH), List.of(MODEL)))).startsWith("[letter/a]\nimposes [condition/a]");
	}

	@Test
	void whatIsUncertainIsWhetherItBelongs() {
		Map<String, Object> uncertain = step("REACH", false, LETTER, NORM, MODEL);
		List<Map<String, Object>> line = List.of(MODEL, node("Category", "category/part"),
				node("Category", "category/whole"));
		assertThat(drawn(applied(List.of(uncertain), line))).endsWith("""
			names 1 [category/whole]
			perhaps takes in [category/part]
			perhaps has as a member [model/a]""");
		assertThat(drawn(applied(List.of(uncertain), List.of(MODEL)))).endsWith("perhaps names 1 [model/a]");
		assertThat(drawn(applied(List.of(REACH), List.of(MODEL, node("Model", "model/base")))))
				.endsWith("has as a variant [model/a]");
	}

	@Test
	void aSuspensionThatIsOverWasOnce() {
		Map<String, Object> stay = effect("effect/stay", "SUSPENDS", "letter/a", "ruling/a");
		Map<String, Object> applied = applied(List.of(REACH, step("EFFECT", true, stay)), List.of(MODEL));
		assertThat(drawn(applied)).contains("[letter/a]\n  once suspended by 2 [ruling/a]");
		assertThat(drawn(with(applied, "causedBy", List.of(stay)))).contains("  suspended by 2 [ruling/a]");
		assertThat(drawn(applied(List.of(REACH, step("EFFECT", false, with(stay, "effect", "REVOKES"))),
				List.of(MODEL)))).contains("  perhaps revoked by 2 [ruling/a]");
	}

	@Test
	void whatActsOnAnActStandsBesideIt() {
		Map<String, Object> appeal = effect("effect/appeal", "ANNULS", "ruling/a", "ruling/b");
		Map<String, Object> other = node("Condition", "condition/other");
		Map<String, Object> stay = effect("effect/stay", "SUSPENDS", "condition/a", "ruling/a");
		assertThat(drawn(applied(List.of(REACH, step("EFFECT", true, appeal), step("CONTINGENCY", false, other),
				step("EFFECT", true, stay)), List.of(MODEL)))).contains("""
					imposes [condition/a]
					  once suspended by 4 [ruling/a]
					    annulled by 2 [ruling/b]
					    perhaps hangs on 3 [condition/other]
					names""");
	}

	@Test
	void anActThatActsOnItselfIsDrawnOnce() {
		Map<String, Object> own = effect("effect/own", "SUSPENDS", "letter/a", "letter/a");
		Map<String, Object> circle = effect("effect/circle", "REVOKES", "effect/circle", "ruling/a");
		assertThat(drawn(applied(List.of(REACH, step("EFFECT", true, own), step("EFFECT", true, circle)),
				List.of(MODEL)))).isEqualTo("""
					[letter/a]
					  once suspended by 2 [letter/a]
					imposes [condition/a 3]
					names 1 [model/a]""");
	}

	@Test
	void whatItHangsOnAndGivesWayToStandsBesideTheCondition() {
		Map<String, Object> applied = applied(
				List.of(REACH, step("CONTINGENCY", true, NORM), step("CONTINGENCY", true, NORM, node("Condition", "b")),
						step("EXCEPTION", true, NORM, node("Condition", "c"), node("Condition", "d"))),
				List.of(MODEL));
		applied.put("exceptions", List.of(node("Condition", "e")));
		assertThat(drawn(applied)).contains("""
			imposes [condition/a 2]
			  hangs on 3 [b]
			  is an exception to 4 [c, d]
			  may give way to [e]
			names""");
	}

	private static Map<String, Object> applied(List<Map<String, Object>> steps, List<Map<String, Object>> via) {
		return new HashMap<>(
				Map.of("condition", NORM, "instrument", LETTER, "derivation", steps, "via", via, "causedBy",
						List.of()));
	}

	private static Map<String, Object> node(String type, String id) {
		return Map.of("__typename", type, "id", id, "name", id);
	}

	private static Map<String, Object> effect(String id, String kind, String target, String by) {
		return with(with(with(node("Effect", id), "effect", kind), "target", Map.of("id", target)), "instrument",
				node("Ruling", by));
	}

	@SafeVarargs
	private static Map<String, Object> step(String rule, boolean certain, Map<String, Object>... nodes) {
		return Map.of("rule", rule, "certain", certain, "nodes", Arrays.asList(nodes));
	}

	private static Map<String, Object> with(Map<String, Object> object, String field, Object value) {
		Map<String, Object> changed = new HashMap<>(object);
		changed.put(field, value);
		return changed;
	}

	/** The boxes as lines: how each is joined, with its steps, and what stands in it. */
	private static String drawn(Map<String, Object> applied) {
		return lines("", ChainDrawing.of(applied)).stripTrailing();
	}

	private static String lines(String indent, List<Box> boxes) {
		return boxes.stream().map(box -> indent
				+ (box.line() == null ? "" : box.line().reads() + numbers(box.line().steps()) + " ")
				+ box.nodes().stream().map(it -> Answer.text(it, "id")).collect(Collectors.joining(", ", "[", ""))
				+ (box.dated().isEmpty() ? "" : " " + box.dated()) + numbers(box.steps()) + "]\n"
				+ lines(indent + "  ", box.beside())).collect(Collectors.joining());
	}

	private static String numbers(List<Integer> steps) {
		return steps.stream().map(it -> " " + it).collect(Collectors.joining());
	}
}
