package org.imprimatur.force.conditions;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imprimatur.force.derivation.Reach;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.force.operation.Operation;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.scope.JudgedCase;
import org.imprimatur.force.scope.ScopeReading;
import org.imprimatur.force.scope.Territories;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Truth;

/** What conditions come to for a model's developer and deployers (design, "The rules of force", rule 7). */
public final class StandingRule {

	private static final Set<Action> OF_THE_MODEL_ITSELF = EnumSet.of(Action.PROVIDE, Action.EXPORT, Action.USE);

	private final AdmittedRecord record;
	private final ScopeReading scopes;
	private final EdtfDate day;
	private final Map<String, Truth> borne = new HashMap<>();

	StandingRule(AdmittedRecord record, Model model, EdtfDate day) {
		this.record = record;
		this.scopes = new Operation(record, JudgedCase.of(model, Territories.ELSEWHERE)).scopes();
		this.day = day;
	}

	/** One place, with what the conditions in it may come to. */
	private record Place(String name, List<Part> parts, Set<Level> possible) {
	}

	/** One condition, with what it may come to. */
	private record Part(AppliedCondition applied, Set<Level> levels) {
	}

	/**
	 * The strictest standing of all places, for all that decide it anywhere.
	 *
	 * @param byPlace the conditions in each place, the broadest place first
	 */
	Standing of(Map<String, List<AppliedCondition>> byPlace) {
		List<Place> places = byPlace.entrySet().stream().map(it -> in(it.getKey(), it.getValue())).toList();
		Set<Level> possible = strictest(places.stream().map(Place::possible).toList(), Level.NONE_KNOWN);
		Place strictest = places.stream().min(Comparator.comparing((Place it) -> Collections.min(it.possible()))
				.thenComparing(it -> Collections.max(it.possible()))).orElseThrow();
		List<Ref<Condition>> because = places.stream().flatMap(it -> it.parts().stream())
				.filter(it -> it.levels().stream().anyMatch(level -> decides(level, possible)))
				.map(it -> it.applied().condition()).distinct().toList();
		return new Standing(level(possible), strictest.name().equals(Territories.ELSEWHERE) ? null : strictest.name(),
				because, possible);
	}

	// Where nothing limits those who develop and offer it, what they undertook belongs to the picture.
	private static boolean decides(Level level, Set<Level> possible) {
		return level != Level.NONE_KNOWN && (possible.contains(level)
				|| level == Level.COMMITMENTS_ONLY && possible.contains(Level.OTHERS_BOUND));
	}

	private Place in(String place, List<AppliedCondition> conditions) {
		List<Part> parts = conditions.stream().map(it -> new Part(it, levels(it, conditions))).toList();
		return new Place(place, parts, strictest(parts.stream().map(Part::levels).toList(), Level.NONE_KNOWN));
	}

	private static Level level(Set<Level> possible) {
		return possible.size() == 1 ? possible.iterator().next() : Level.UNCERTAIN;
	}

	/** No less strict than what is sure of any of them, and otherwise whatever one of them may be. */
	public static <E extends Enum<E>> Set<E> strictest(List<Set<E>> levels, E none) {
		E sure = levels.stream().map(Collections::max).min(Comparator.naturalOrder()).orElse(none);
		EnumSet<E> possible = EnumSet.of(sure);
		levels.stream().flatMap(Collection::stream).filter(it -> it.compareTo(sure) < 0).forEach(possible::add);
		return Collections.unmodifiableSet(possible);
	}

	private Set<Level> levels(AppliedCondition applied, List<AppliedCondition> all) {
		Condition condition = record.facts().find(applied.condition(), Condition.class).orElseThrow();
		boolean binding = record.facts().find(applied.instrument(), Instrument.class).orElseThrow().binding();
		Truth bears = borne.computeIfAbsent(condition.id(), it -> scopes.borne(condition, day))
				.or(mayMean(applied, condition));
		if (!applied.possiblyInForce()) {
			return EnumSet.of(Level.NONE_KNOWN);
		}
		EnumSet<Level> levels = EnumSet.of(!binding
				? Level.COMMITMENTS_ONLY
				: bears.possible() ? level(condition) : Level.OTHERS_BOUND);
		if (levels.contains(Level.PROHIBITED) || levels.contains(Level.LICENCE_REQUIRED)) {
			List<AppliedCondition> exceptions = all.stream()
					.filter(it -> applied.exceptions().contains(it.condition())).toList();
			if (exceptions.stream().anyMatch(this::surelyCarvesOut)) {
				levels.clear();
			}
			if (!exceptions.isEmpty()) {
				levels.add(Level.LIMITED);
			}
		}
		if (binding && bears == Truth.UNCERTAIN) {
			levels.add(Level.OTHERS_BOUND);
		}
		if (applied.state() != State.IN_FORCE) {
			levels.add(Level.NONE_KNOWN);
		}
		return levels;
	}

	// A norm on models of some kind that is borne by whoever meets a criterion may mean those who make this one.
	private Truth mayMean(AppliedCondition applied, Condition condition) {
		boolean inWords = applied.reach() == Reach.CATEGORY && condition.bearers().stream()
				.flatMap(it -> record.facts().find(it.id(), Category.class).stream()).anyMatch(
						it -> it.criterion() != null && it.test() == null && it.members().isEmpty());
		return inWords ? Truth.UNCERTAIN : Truth.FALSE;
	}

	private boolean surelyCarvesOut(AppliedCondition exception) {
		return exception.state() == State.IN_FORCE && record.facts().find(exception.condition(), Condition.class)
				.filter(it -> record.known(it, "exceptionTo") == Truth.TRUE).isPresent();
	}

	/** What a binding norm comes to while it is in force, without exceptions, for those who bear it. */
	public static Level level(Condition condition) {
		boolean whole = OF_THE_MODEL_ITSELF.contains(condition.action()) && condition.scope().data().isEmpty()
				&& condition.scope().purpose() == null;
		return switch (condition.modality()) {
			case PROHIBITION -> whole && condition.scope().recipients().isEmpty() ? Level.PROHIBITED : Level.LIMITED;
			case LICENCE_REQUIRED -> whole ? Level.LICENCE_REQUIRED : Level.LIMITED;
			case OBLIGATION -> condition.action() == Action.PAY ? Level.OTHERS_BOUND : Level.CONDITIONAL;
			case PERMISSION -> Level.OTHERS_BOUND;
		};
	}
}
