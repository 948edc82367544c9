package org.imprimatur.force.conditions;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.derivation.Verdict;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.force.judge.ExpectedTurns;
import org.imprimatur.force.judge.Imposed;
import org.imprimatur.force.judge.Judgement;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.scope.Territories;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Scope;
import org.imprimatur.time.EdtfDate;

/** Which conditions apply to which model, on which day, and why (design, "The rules of force"). */
public final class ConditionSets {

	/**
	 * The version of the rules. Raise it whenever the same facts and question give another answer than before, so that
	 * whoever was told the one can tell why he is now told the other.
	 */
	public static final String VERSION = "4";

	private static final List<State> ORDER = List.of(State.IN_FORCE, State.SUSPENDED, State.UNCERTAIN, State.NOT_YET,
			State.ENDED);
	// A condition that may be in force is stricter than one that surely is not.
	private static final List<State> STRICTEST = List.of(State.IN_FORCE, State.UNCERTAIN, State.SUSPENDED,
			State.NOT_YET, State.ENDED);

	private ConditionSets() {
	}

	/**
	 * Answers a question. The same facts and question always give the same answer; facts that have no bearing on the
	 * model do not change it.
	 *
	 * @param facts all that may bear on the model
	 * @throws IllegalArgumentException if the facts do not hold the model
	 * @throws java.time.format.DateTimeParseException if an effect amends a date to what is none
	 */
	public static ConditionSet of(Facts facts, Question question) {
		return of(new AdmittedRecord(facts, question.reportedBy()), question);
	}

	/** Answers a question by a record that was admitted as the question says. */
	public static ConditionSet of(AdmittedRecord record, Question question) {
		Model model = model(record, question);
		EdtfDate day = EdtfDate.of(question.asOf());
		SequencedMap<String, List<AppliedCondition>> byPlace = byPlace(record, question);
		List<AppliedCondition> conditions = strictest(byPlace).stream().sorted(order(record.facts())).toList();
		Standing standing = new StandingRule(record, model, day).of(byPlace);
		Coverage coverage = CoverageRule.of(record.facts(), model, conditions);
		return new ConditionSet(question, conditions, standing, coverage,
				new SummarySentences(record.facts(), model, question, conditions, standing).sentences(coverage));
	}

	/** The answer to a question about a model that there is not. */
	public static ConditionSet ofNoModel(Question question) {
		return new ConditionSet(question, List.of(),
				new Standing(Level.NONE_KNOWN, null, List.of(), Set.of(Level.NONE_KNOWN)),
				new Coverage(List.of(), List.of(), null, null, List.of()), SummarySentences.ofNoModel());
	}

	/** The conditions in each place that the question is about, the broadest place first. */
	public static SequencedMap<String, List<AppliedCondition>> byPlace(AdmittedRecord record, Question question) {
		Model model = model(record, question);
		EdtfDate day = EdtfDate.of(question.asOf());
		ExpectedTurns turns = new ExpectedTurns(record, model);
		SequencedMap<String, List<AppliedCondition>> byPlace = new LinkedHashMap<>();
		Set<String> limits = limits(record.facts());
		// Places that the same effects cover are judged once: there are many more places than such effects.
		Map<Set<String>, Judgement> judgements = new HashMap<>();
		places(record.facts(), question).forEach(place -> byPlace.put(place, judgements
				.computeIfAbsent(covering(limits, place), it -> new Judgement(record, model, place, day, turns))
				.conditions(place)));
		return byPlace;
	}

	/** How one condition stands, where it is strictest; nothing where it does not reach the model on the day. */
	public static Optional<Verdict> verdict(AdmittedRecord record, Question question, Imposed imposed) {
		Model model = model(record, question);
		EdtfDate day = EdtfDate.of(question.asOf());
		ExpectedTurns turns = new ExpectedTurns(record, model);
		Set<String> limits = limits(record.facts());
		Instrument by = record.facts().find(imposed.by(), Instrument.class).orElseThrow();
		Condition condition = record.facts().find(imposed.condition(), Condition.class).orElseThrow();
		return places(record.facts(), question).stream()
				.filter(place -> Territories.cover(condition.scope().territory(), place))
				.collect(Collectors.toMap(place -> covering(limits, place), place -> place, (one, same) -> one))
				.values().stream()
				.flatMap(place -> new Judgement(record, model, place, day, turns).verdict(by, condition).stream())
				.min(Comparator.comparingInt(it -> STRICTEST.indexOf(it.state())));
	}

	/** Where effects act that are limited to some places. */
	private static Set<String> limits(Facts facts) {
		return facts.all(Effect.class).stream().map(Effect::scope).flatMap(Stream::ofNullable)
				.flatMap(it -> it.territory().stream()).collect(Collectors.toSet());
	}

	private static Set<String> covering(Set<String> territories, String place) {
		return territories.stream().filter(it -> Territories.cover(List.of(it), place)).collect(Collectors.toSet());
	}

	/** The model that the question is about. */
	public static Model model(AdmittedRecord record, Question question) {
		return record.facts().find(question.model(), Model.class).orElseThrow(
				() -> new IllegalArgumentException("'%s' is no model of these facts".formatted(question.model())));
	}

	// Where no territory is asked, every one that a scope names is tried, and the place that none names.
	private static List<String> places(Facts facts, Question question) {
		if (question.territory() != null) {
			return List.of(question.territory());
		}
		TreeSet<String> places = new TreeSet<>(Territories.BROADEST_FIRST);
		places.add(Territories.ELSEWHERE);
		Stream.concat(facts.all(Condition.class).stream().map(Condition::scope),
				facts.all(Effect.class).stream().map(Effect::scope).flatMap(Stream::ofNullable)).map(Scope::territory)
				.forEach(places::addAll);
		return List.copyOf(places);
	}

	private static List<AppliedCondition> strictest(SequencedMap<String, List<AppliedCondition>> byPlace) {
		Map<Imposed, AppliedCondition> strictest = byPlace.values().stream().flatMap(List::stream)
				.collect(Collectors.toMap(AppliedCondition::imposed, it -> it,
						(one, other) -> rank(other) < rank(one) ? other : one, LinkedHashMap::new));
		return List.copyOf(strictest.values());
	}

	private static int rank(AppliedCondition it) {
		return STRICTEST.indexOf(it.state());
	}

	private static Comparator<AppliedCondition> order(Facts facts) {
		return Comparator.comparingInt((AppliedCondition it) -> ORDER.indexOf(it.state()))
				.thenComparing(it -> facts.find(it.instrument(), Instrument.class).map(Instrument::issued)
						.map(EdtfDate::earliest).orElse(EdtfDate.DISTANT_FUTURE))
				.thenComparing(it -> it.condition().id()).thenComparing(it -> it.instrument().id());
	}
}
