package org.imprimatur.web;

import static org.imprimatur.web.Answer.fields;
import static org.imprimatur.web.Answer.list;
import static org.imprimatur.web.Answer.text;
import static org.imprimatur.web.Words.WORDS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The chain that leads from who imposed a condition down to the model, one box below the other, with what bears on a
 * box beside it. Boxes and lines name the steps of the derivation that they rest on by their numbers.
 */
final class ChainDrawing {

	private final Map<String, Object> applied;
	private final String condition;
	private final List<Step> steps;
	private final List<Step> undrawn;

	private ChainDrawing(Map<String, Object> applied) {
		this.applied = applied;
		this.condition = text(fields(applied.get("condition")), "id");
		List<Object> derivation = list(applied.get("derivation"));
		this.steps = IntStream.range(0, derivation.size())
				.mapToObj(place -> Step.of(place + 1, fields(derivation.get(place)))).toList();
		this.undrawn = new ArrayList<>(steps);
	}

	/**
	 * A box with the line that leads to it.
	 *
	 * @param line none to the first
	 * @param dated when that was issued, as people read it; empty where nothing was
	 * @param steps the numbers of the steps on what stands in the box alone
	 * @param beside what bears on what stands in the box
	 */
	record Box(@Nullable Line line, List<Map<String, Object>> nodes, String dated, List<Integer> steps,
			List<Box> beside) {
	}

	/**
	 * How the two that it joins bear on each other.
	 *
	 * @param steps the numbers of the steps that it rests on
	 */
	record Line(String reads, boolean certain, List<Integer> steps) {
	}

	/** A step of the derivation, with what it was found of. */
	private record Step(int number, String rule, boolean certain, List<Map<String, Object>> nodes) {

		static Step of(int number, Map<String, Object> step) {
			return new Step(number, text(step, "rule"), Boolean.TRUE.equals(step.get("certain")),
					all(step.get("nodes")));
		}

		Map<String, Object> first() {
			return nodes.isEmpty() ? Map.of() : nodes.getFirst();
		}

		boolean tells(String of) {
			return rule.equals(of);
		}
	}

	/** The boxes of a condition as it applies to a model, from the top. */
	static List<Box> of(Map<String, Object> applied) {
		return new ChainDrawing(applied).drawn();
	}

	private List<Box> drawn() {
		Map<String, Object> instrument = fields(applied.get("instrument"));
		String imposing = text(instrument, "id");
		List<Box> besideInstrument = beside(List.of(imposing));
		List<Box> besideCondition = Stream.concat(beside(List.of(condition)).stream(), exceptions()).toList();
		List<Step> reach = taken(undrawn.stream().filter(it -> it.tells("REACH")).toList());
		List<Step> ofInstrument = taken(
				undrawn.stream().filter(it -> text(it.first(), "id").equals(imposing)).toList());

		List<Box> chain = new ArrayList<>();
		List<Map<String, Object>> issuers = all(instrument.get("issuedBy"));
		if (!issuers.isEmpty()) {
			chain.add(new Box(null, issuers, "", List.of(), List.of()));
		}
		chain.add(new Box(issuers.isEmpty() ? null : line("issued", true, List.of()), List.of(instrument),
				issued(instrument), numbers(ofInstrument), besideInstrument));
		chain.add(new Box(line("imposes", true, List.of()), List.of(fields(applied.get("condition"))), "",
				numbers(undrawn), besideCondition));
		chain.addAll(down(reach));
		return chain;
	}

	/**
	 * What the condition names, and how that leads to the model. Where it is uncertain whether it does, that is so of
	 * what belongs to a category; without one, of what the condition means.
	 */
	private List<Box> down(List<Step> reach) {
		List<Map<String, Object>> down = all(applied.get("via")).reversed();
		boolean uncertain = !reach.stream().allMatch(Step::certain);
		boolean named = uncertain && down.stream().noneMatch(ChainDrawing::isCategory);
		List<Box> boxes = new ArrayList<>();
		for (int place = 0; place < down.size(); place++) {
			Line line = place == 0
					? line("names", !named, numbers(reach))
					: line(passed(down.get(place - 1), down.get(place)),
							!uncertain || !isCategory(down.get(place - 1)), List.of());
			boxes.add(new Box(line, List.of(down.get(place)), "", List.of(), List.of()));
		}
		return boxes;
	}

	/** How reach is passed on from one thing to the next. */
	private static String passed(Map<String, Object> from, Map<String, Object> to) {
		boolean developed = text(fields(to.get("developer")), "id").equals(text(from, "id"));
		return switch (text(from, "__typename")) {
			case "Company" -> !text(to, "__typename").equals("Model") ? "controls" : developed ? "makes" : "offers";
			case "Model" -> "has as a variant";
			default -> isCategory(to) ? "takes in" : "has as a member";
		};
	}

	private static boolean isCategory(Map<String, Object> node) {
		return text(node, "__typename").equals("Category");
	}

	/** What is done to one of these, and what it hangs on. Each step is drawn once, so that this comes to an end. */
	private List<Box> beside(List<String> ids) {
		List<Step> here = taken(undrawn.stream().filter(it -> ids.contains(bearsOn(it))).toList());
		return here.stream().map(this::box).toList();
	}

	/** The id of what a step says that something else bears on; empty for others. */
	private String bearsOn(Step step) {
		return switch (step.rule()) {
			case "EFFECT" -> text(fields(step.first().get("target")), "id");
			case "CONTINGENCY", "EXCEPTION" -> step.nodes().size() > 1
					? condition
					: text(step.first(), "id").equals(condition) ? "" : awaiting(step);
			default -> "";
		};
	}

	/** An effect is told after what it waits for. */
	private String awaiting(Step condition) {
		return steps.stream().filter(it -> it.number() > condition.number() && it.tells("EFFECT")).findFirst()
				.map(it -> text(it.first(), "id")).orElse("");
	}

	private Box box(Step step) {
		if (!step.tells("EFFECT")) {
			return new Box(line(step.tells("EXCEPTION") ? "is an exception to" : "hangs on", step.certain(),
					List.of(step.number())),
					step.nodes().stream().filter(it -> !text(it, "id").equals(condition)).toList(), "", List.of(),
					List.of());
		}
		Map<String, Object> by = fields(step.first().get("instrument"));
		return new Box(line(done(step), step.certain(), List.of(step.number())), List.of(by), issued(by), List.of(),
				beside(List.of(text(step.first(), "id"), text(by, "id"))));
	}

	private static Line line(String reads, boolean certain, List<Integer> steps) {
		return new Line((certain ? "" : "perhaps ") + reads, certain, steps);
	}

	/** What an effect does, or did: a suspension that does not bring the state about is over. */
	private String done(Step effect) {
		String kind = text(effect.first(), "effect");
		boolean decides = list(applied.get("causedBy")).stream()
				.anyMatch(it -> text(fields(it), "id").equals(text(effect.first(), "id")));
		return (kind.equals("SUSPENDS") && !decides ? "once " : "") + WORDS.of(kind);
	}

	private Stream<Box> exceptions() {
		List<Map<String, Object>> exceptions = all(applied.get("exceptions"));
		return exceptions.isEmpty()
				? Stream.empty()
				: Stream.of(new Box(line("may give way to", true, List.of()), exceptions, "", List.of(), List.of()));
	}

	private List<Step> taken(List<Step> steps) {
		undrawn.removeAll(steps);
		return steps;
	}

	private static List<Integer> numbers(List<Step> steps) {
		return steps.stream().map(Step::number).toList();
	}

	private static String issued(Map<String, Object> instrument) {
		return text(fields(instrument.get("issued")), "reading");
	}

	private static List<Map<String, Object>> all(@Nullable Object nodes) {
		return list(nodes).stream().map(Answer::fields).toList();
	}
}
