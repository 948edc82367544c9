package org.imprimatur.force.conditions;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.imprimatur.force.derivation.Wording;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.derivation.Step;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.force.judge.Compliance;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Names;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Model.Release;
import org.imprimatur.knowledge.Party;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Territory;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * Says a condition set in at most three sentences that can be shown and quoted as they are: what decides, what else is
 * in force, and how far the sources go. They are never more certain, more reassuring or of a later day than the set
 * (design, "The rules of force", rule 7).
 */
final class SummarySentences {

	/** What is told of first: what forbids more, and what binds. */
	private static final List<Modality> STRICTEST = List.of(Modality.PROHIBITION, Modality.LICENCE_REQUIRED,
			Modality.OBLIGATION, Modality.PERMISSION);

	private final Facts facts;
	private final Model model;
	private final Question question;
	private final Standing standing;
	private final List<AppliedCondition> conditions;
	private final Wording wording;
	private final String day;
	private final @Nullable String place;

	SummarySentences(Facts facts, Model model, Question question, List<AppliedCondition> conditions,
			Standing standing) {
		this.facts = facts;
		this.model = model;
		this.question = question;
		this.standing = standing;
		this.conditions = conditions.stream().sorted(Comparator.comparing((AppliedCondition it) -> binding(facts, it))
				.reversed().thenComparing(it -> STRICTEST.indexOf(condition(facts, it).modality()))).toList();
		EdtfDate asOf = EdtfDate.of(question.asOf());
		this.wording = new Wording(facts);
		this.day = Wording.day(asOf);
		this.place = standing.territory() == null ? null : Territory.name(standing.territory());
	}

	/** What is said where there is no model. */
	static String ofNoModel() {
		return "There is no such model.";
	}

	/** The sentences, of which the last tells how far the sources go. */
	String sentences(Coverage coverage) {
		return head() + " " + CoverageSentence.of(coverage, question);
	}

	private String head() {
		List<AppliedCondition> decisive = conditions.stream().filter(it -> standing.because().contains(it.condition()))
				.toList();
		return switch (standing.level()) {
			case PROHIBITED, LICENCE_REQUIRED, LIMITED, CONDITIONAL ->
				limited(decisive.stream().filter(SummarySentences::holds).toList());
			case OTHERS_BOUND -> """
				%s no condition known restricted those who develop or offer %s; in force without restricting them: \
				%s.%s""".formatted(opening(), model.name(),
					listed(decisive, SummarySentences::holds).orElse("norms on others"),
					suspended());
			case COMMITMENTS_ONLY -> """
				%s nothing known bound those who develop or offer %s in law; in force without binding: \
				%s.%s""".formatted(opening(), model.name(),
					listed(decisive, SummarySentences::holds).orElse("commitments"),
					suspended());
			case NONE_KNOWN ->
				"No condition is known that was in force for %s on %s.%s".formatted(model.name(), when(there()),
						suspended());
			case UNCERTAIN -> uncertain(decisive);
		};
	}

	private String opening() {
		String at = place == null ? "" : ", in " + place;
		String phrases = before("the first reported release of " + model.name()) + at;
		return "On %s%s%s".formatted(day, phrases, phrases.isEmpty() ? "" : ",");
	}

	/** @param where the place that is meant; empty if all are */
	private String when(String where) {
		return day + where + before("its first reported release");
	}

	private String there() {
		return place == null ? "" : " in " + place;
	}

	// Norms on makers and categories reach a model before there is one.
	private String before(String release) {
		List<EdtfDate> days = model.releases().stream().map(Release::date)
				.sorted(Comparator.comparing(EdtfDate::earliest)).toList();
		return days.isEmpty() || !question.asOf().isBefore(days.getFirst().earliest())
				? ""
				: ", before %s (%s)".formatted(release, Names.day(days.getFirst()));
	}

	/** Whether the place was not asked for, so that what is said of it is not said of all. */
	private boolean elsewhere() {
		return question.territory() == null && place != null;
	}

	private static boolean holds(AppliedCondition it) {
		return it.state() == State.IN_FORCE;
	}

	private String suspended() {
		return listed(conditions, it -> it.state() == State.SUSPENDED).map(" Suspended on that day: %s."::formatted)
				.orElse("");
	}

	// What decides as much in another place is not said of the one that is named.
	private String limited(List<AppliedCondition> decisive) {
		AppliedCondition first = decisive.stream()
				.filter(it -> Objects.equals(it.territory(), standing.territory())).findFirst()
				.orElse(decisive.getFirst());
		String too = elsewhere() ? "In force too, there or elsewhere" : "In force too";
		String also = listed(conditions, it -> holds(it) && !it.equals(first)
				&& !first.exceptions().contains(it.condition())).map(it -> " %s: %s.".formatted(too, it)).orElse("");
		return "%s %s.%s".formatted(opening(), norm(first), also);
	}

	private String norm(AppliedCondition it) {
		Condition condition = condition(it);
		String by = wording.name(it.instrument());
		String act = wording.act(condition.action(), model);
		String title = "“%s”".formatted(condition.title());
		String bearers = condition.bearers().isEmpty() ? "" : wording.names(makersFirst(condition.bearers()));
		String whom = bearers.isEmpty() ? "anyone" : bearers;
		String what = switch (condition.modality()) {
			case PROHIBITION -> "%s forbade %s to %s (%s)".formatted(by, whom, act, title);
			case LICENCE_REQUIRED -> "%s made %s necessary%s to %s (%s)".formatted(by,
					Wording.clearance(condition.action()),
					bearers.isEmpty() ? "" : " for " + bearers, act, title);
			case OBLIGATION -> "%s put a duty on %s (%s%s)".formatted(by, bearers.isEmpty() ? "everyone" : bearers,
					title, overdue(it, condition));
			case PERMISSION -> "%s permitted %s to %s (%s)".formatted(by, whom, act, title);
		};
		return what + wording.limits(condition) + exceptions(it);
	}

	/** Of many the first are named: those who make or offer the model are whom one asks about. */
	private List<Ref<Party>> makersFirst(List<Ref<Party>> bearers) {
		List<String> makers = Stream.concat(Stream.ofNullable(model.developer()), model.deployers().stream())
				.map(Ref::id).toList();
		return bearers.stream().sorted(Comparator.comparing(it -> !makers.contains(it.id()))).toList();
	}

	// Whoever reads of a duty to be met once takes it for one that is still to be met.
	private String overdue(AppliedCondition it, Condition condition) {
		EdtfDate deadline = it.deadline();
		boolean open = condition.performance() != Condition.Performance.CONTINUING
				&& it.compliance() == Compliance.NOT_ESTABLISHED;
		return open && deadline != null && deadline.latest().isBefore(question.asOf())
				? ", due by %s; whether it was met is not known".formatted(Wording.day(deadline))
				: "";
	}

	// An exception that may not be there is not said to be.
	private String exceptions(AppliedCondition norm) {
		List<AppliedCondition> all = conditions.stream().filter(it -> norm.exceptions().contains(it.condition()))
				.toList();
		return listed(all, SummarySentences::holds).map(it -> ", except as permitted by " + it)
				.or(() -> listed(all, it -> true).map(", unless permitted by %s, which is uncertain"::formatted))
				.orElse("");
	}

	private String uncertain(List<AppliedCondition> decisive) {
		Stream<AppliedCondition> exceptions = conditions.stream()
				.filter(it -> decisive.stream().anyMatch(norm -> norm.exceptions().contains(it.condition())));
		String open = Stream.concat(decisive.stream(), exceptions).filter(it -> it.state() == State.UNCERTAIN)
				.findFirst()
				.map(it -> " %s“%s” by %s may have been in force%s.".formatted(in(it), condition(it).title(),
						wording.name(it.instrument()),
						why(it).map(": "::concat).orElse("")))
				.orElseGet(() -> listed(decisive, it -> true)
						.map(it -> " It is open how far %s bound.".formatted(it)).orElse(""));
		String sure = listed(decisive, SummarySentences::holds).map("; in force in any case: "::concat).orElse("");
		return "It is uncertain how %s stood on %s%s.%s".formatted(model.name(), when(elsewhere() ? "" : there()), sure,
				open);
	}

	private String in(AppliedCondition it) {
		return question.territory() != null || it.territory() == null
				? ""
				: "In %s, ".formatted(Territory.name(it.territory()));
	}

	// Who acts was said before.
	private Optional<String> why(AppliedCondition it) {
		String by = wording.name(it.instrument());
		return it.derivation().stream().filter(step -> !step.certain()).map(Step::statement).map(Names::clause)
				.map(clause -> clause.startsWith(by) ? "it" + clause.substring(by.length()) : clause).findFirst();
	}

	// An exception stands behind its norm, whatever its own place.
	private Optional<String> listed(List<AppliedCondition> all, Predicate<AppliedCondition> which) {
		List<AppliedCondition> listed = all.stream().filter(which).toList();
		List<String> titles = listed.stream().filter(it -> listed.stream().noneMatch(norm -> isExceptionTo(norm, it)))
				.map(norm -> title(norm) + listed.stream().filter(it -> isExceptionTo(norm, it)).map(this::title)
						.distinct().reduce((one, other) -> one + ", " + other).map(" (except %s)"::formatted)
						.orElse(""))
				.distinct().toList();
		return titles.isEmpty() ? Optional.empty() : Optional.of(Names.listSome(titles));
	}

	private static boolean isExceptionTo(AppliedCondition norm, AppliedCondition it) {
		return norm.exceptions().contains(it.condition());
	}

	private String title(AppliedCondition it) {
		return "“%s”".formatted(condition(it).title());
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
