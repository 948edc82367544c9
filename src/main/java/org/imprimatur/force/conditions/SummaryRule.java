package org.imprimatur.force.conditions;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.imprimatur.force.derivation.Sentences;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.derivation.Step;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Names;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Territory;
import org.imprimatur.time.EdtfDate;

/**
 * Says a condition set in at most three sentences that can be shown and quoted as they are: what decides, what else is
 * in force, and how far the sources go. They are never more certain, more reassuring or of a later day than the set
 * (design, "The rules of force", rule 7).
 */
final class SummaryRule {

	/** What is told of first: what forbids more, and what binds. */
	private static final List<Modality> STRICTEST = List.of(Modality.PROHIBITION, Modality.LICENCE_REQUIRED,
			Modality.OBLIGATION, Modality.PERMISSION);

	private final Facts facts;
	private final Model model;
	private final Question question;
	private final Standing standing;
	private final List<AppliedCondition> conditions;
	private final Sentences sentences;
	private final String when;

	SummaryRule(Facts facts, Model model, Question question, List<AppliedCondition> conditions, Standing standing) {
		this.facts = facts;
		this.model = model;
		this.question = question;
		this.standing = standing;
		this.conditions = conditions.stream().sorted(Comparator.comparing((AppliedCondition it) -> binding(facts, it))
				.reversed().thenComparing(it -> STRICTEST.indexOf(condition(facts, it).modality()))).toList();
		EdtfDate day = EdtfDate.of(question.asOf());
		this.sentences = new Sentences(facts, day);
		String place = standing.territory();
		this.when = sentences.day(day) + (place == null ? "" : " in " + Territory.name(place));
	}

	/** The sentences, of which the last tells how far the sources go. */
	String sentences(Coverage coverage) {
		return head() + " " + CoverageRule.sentence(coverage, question);
	}

	private String head() {
		List<AppliedCondition> decisive = conditions.stream().filter(it -> standing.because().contains(it.condition()))
				.toList();
		return switch (standing.level()) {
			case PROHIBITED, LICENCE_REQUIRED, LIMITED, CONDITIONAL ->
				limited(decisive.stream().filter(SummaryRule::holds).toList());
			case OTHERS_BOUND ->
				"On %s nothing known limited those who develop or offer %s; in force all the same: %s.".formatted(
						when, model.name(), listed(decisive, SummaryRule::holds).orElse("norms on others"));
			case COMMITMENTS_ONLY ->
				"On %s nothing known bound those who develop or offer %s in law; in force without binding: %s."
						.formatted(when, model.name(), listed(decisive, SummaryRule::holds).orElse("commitments"));
			case NONE_KNOWN -> "No condition is known that was in force for %s on %s.".formatted(model.name(), when);
			case UNCERTAIN -> uncertain(decisive);
		};
	}

	private static boolean holds(AppliedCondition it) {
		return it.state() == State.IN_FORCE;
	}

	// What decides as much in another place is not said of the one that is named.
	private String limited(List<AppliedCondition> decisive) {
		AppliedCondition first = decisive.stream()
				.filter(it -> Objects.equals(it.territory(), standing.territory())).findFirst()
				.orElse(decisive.getFirst());
		boolean elsewhere = question.territory() == null && standing.territory() != null;
		String too = elsewhere ? "In force too, there or elsewhere" : "In force too";
		String also = listed(conditions, it -> holds(it) && !it.equals(first)
				&& !first.exceptions().contains(it.condition())).map(it -> " %s: %s.".formatted(too, it)).orElse("");
		return "On %s %s.%s".formatted(when, norm(first), also);
	}

	private String norm(AppliedCondition it) {
		Condition condition = condition(it);
		String bearers = condition.bearers().isEmpty() ? "" : " for " + sentences.names(condition.bearers());
		String act = sentences.act(condition.action(), model);
		String what = switch (condition.modality()) {
			case PROHIBITION -> "it was forbidden%s to %s".formatted(bearers, act);
			case LICENCE_REQUIRED -> "a licence was required%s to %s".formatted(bearers, act);
			case OBLIGATION -> "a duty stood%s, “%s”,".formatted(bearers, condition.title());
			case PERMISSION -> "it was permitted%s to %s".formatted(bearers, act);
		};
		boolean told = condition.modality() == Modality.OBLIGATION;
		return "%s by %s%s%s%s".formatted(what, instrument(it), told ? "" : " (“%s”)".formatted(condition.title()),
				sentences.limits(condition.scope()), exceptions(it));
	}

	private String instrument(AppliedCondition it) {
		return facts.find(it.instrument(), Instrument.class)
				.map(by -> by.issuedBy().isEmpty()
						? sentences.name(by)
						: "%s from %s".formatted(sentences.name(by), sentences.names(by.issuedBy())))
				.orElse(it.instrument().id());
	}

	// An exception that may not be there is not said to be.
	private String exceptions(AppliedCondition norm) {
		List<AppliedCondition> all = conditions.stream().filter(it -> norm.exceptions().contains(it.condition()))
				.toList();
		return listed(all, SummaryRule::holds).map(it -> ", except as permitted by " + it)
				.or(() -> listed(all, it -> true)
						.map(it -> ", unless permitted by %s, which is uncertain".formatted(it)))
				.orElse("");
	}

	private String uncertain(List<AppliedCondition> decisive) {
		Stream<AppliedCondition> exceptions = conditions.stream()
				.filter(it -> decisive.stream().anyMatch(norm -> norm.exceptions().contains(it.condition())));
		String open = Stream.concat(decisive.stream(), exceptions).filter(it -> it.state() == State.UNCERTAIN)
				.findFirst()
				.map(it -> " “%s” by %s may have been in force%s.".formatted(condition(it).title(), instrument(it),
						why(it).map(": "::concat).orElse("")))
				.orElseGet(() -> listed(decisive, it -> true)
						.map(it -> " It is open how far %s bound.".formatted(it)).orElse(""));
		String sure = listed(decisive, SummaryRule::holds).map("; in force in any case: "::concat).orElse("");
		return "It is uncertain how %s stood on %s%s.%s".formatted(model.name(), when, sure, open);
	}

	private static Optional<String> why(AppliedCondition it) {
		return it.derivation().stream().filter(step -> !step.certain()).map(Step::statement).map(Sentences::clause)
				.findFirst();
	}

	private Optional<String> listed(List<AppliedCondition> all, Predicate<AppliedCondition> which) {
		List<String> titles = all.stream().filter(which).map(this::condition).map(it -> "“%s”".formatted(it.title()))
				.distinct().toList();
		if (titles.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(Names.listSome(titles));
	}

	private Condition condition(AppliedCondition it) {
		return condition(facts, it);
	}

	private static Condition condition(Facts facts, AppliedCondition it) {
		return facts.find(it.condition(), Condition.class).orElseThrow();
	}

	private static boolean binding(Facts facts, AppliedCondition it) {
		return facts.find(it.instrument(), Instrument.class).orElseThrow().binding();
	}
}
