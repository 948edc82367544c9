package org.imprimatur.force.restriction;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.record.Days;
import org.imprimatur.force.scope.ScopeReading;
import org.imprimatur.force.scope.ScopeReading.Route;
import org.imprimatur.force.timeline.ForcePeriods;
import org.imprimatur.force.timeline.TurningDays;
import org.imprimatur.force.timeline.TurningDays.Spell;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of force find of one norm and one model on each day on which they can find something else than on the
 * day before, as it then stood.
 */
final class Course {

	/**
	 * What is found on one day.
	 *
	 * @param ended whether the norm had ended
	 * @param stood whether it stood, in force or suspended
	 * @param suspended whether it was suspended
	 * @param route how it reached the model
	 * @param borne whether the model's developer or a deployer bore it
	 */
	private record Found(Truth ended, Truth stood, Truth suspended, Optional<Route> route, Truth borne) {
		Truth reached() {
			return route.map(Route::truth).orElse(Truth.FALSE);
		}
	}

	private final TurningDays turns;
	private final SequencedMap<LocalDate, Found> found = new LinkedHashMap<>();
	private final Truth exists;
	private final boolean surelyReached;

	Course(AdmittedRecord record, ForcePeriods force, Model model, Instrument by, Condition norm) {
		this.turns = new TurningDays(record, bearing(record, model, by, norm));
		ScopeReading scopes = force.scopes(norm);
		turns.days().forEach(day -> found.put(day, found(force, scopes, by, norm, day)));
		this.exists = record.exists(by).and(record.exists(norm)).and(record.known(by, "imposes"))
				.and(record.known(norm, "scope"));
		this.surelyReached = found.values().stream().anyMatch(it -> it.reached() == Truth.TRUE);
	}

	// The norm and its act bring what acts on them; beside them stand those to whom the norm may or may not extend.
	private static List<Entity> bearing(AdmittedRecord record, Model model, Instrument by, Condition norm) {
		return Stream.concat(Stream.of(by, norm, model),
				Stream.of(norm.scope().categories(), norm.scope().exclusions(), norm.bearers())
						.flatMap(refs -> refs.stream())
						.flatMap(ref -> record.facts().find(ref.id(), Entity.class).stream()))
				.toList();
	}

	private static Found found(ForcePeriods force, ScopeReading scopes, Instrument by, Condition norm, LocalDate day) {
		Map<State, Truth> grounds = force.grounds(by, norm, day);
		Truth ended = grounds.getOrDefault(State.ENDED, Truth.FALSE);
		EdtfDate date = EdtfDate.of(day);
		return new Found(ended, ended.or(grounds.getOrDefault(State.NOT_YET, Truth.FALSE)).not(),
				grounds.getOrDefault(State.SUSPENDED, Truth.FALSE), scopes.route(norm.scope(), date),
				scopes.borne(norm, date));
	}

	/** Each time that the norm stood and reached the model, provided that there is such a norm. */
	List<Period> periods() {
		return periods(this::restricts, Found::ended);
	}

	/** Each time that it was suspended while it did. */
	List<Period> suspensions() {
		return periods(it -> restricts(it).and(it.suspended()), it -> Truth.FALSE);
	}

	// Where it is nowhere sure that the norm reaches the model, its days are those for the case that it does.
	private Truth restricts(Found it) {
		return it.stood().and(surelyReached ? it.reached() : Truth.of(it.reached().possible()));
	}

	private List<Period> periods(Function<Found, Truth> holds, Function<Found, Truth> ended) {
		List<Period> periods = new ArrayList<>();
		for (Spell spell : turns.spells(day -> holds.apply(on(day)), day -> ended.apply(on(day)))) {
			periods.add(new Period(Days.shown(spell.start()), Days.shown(spell.end())));
		}
		return periods;
	}

	private Found on(EdtfDate day) {
		return Optional.ofNullable(found.get(day.earliest())).orElseThrow();
	}

	/** On how many days it was in force for the model. */
	DayCount days() {
		return new DayCount(count(it -> inForce(it) == Truth.TRUE), count(it -> inForce(it).possible()));
	}

	private Truth inForce(Found it) {
		return certainly(it).and(it.suspended().not());
	}

	private Truth certainly(Found it) {
		return exists.and(it.stood()).and(it.reached());
	}

	private @Nullable Integer count(Predicate<Found> which) {
		int days = 0;
		LocalDate end = LocalDate.MAX;
		for (Map.Entry<LocalDate, Found> it : found.reversed().entrySet()) {
			if (which.test(it.getValue())) {
				if (!it.getKey().isAfter(EdtfDate.DISTANT_PAST) || !end.isBefore(EdtfDate.DISTANT_FUTURE)) {
					return null;
				}
				days += (int) ChronoUnit.DAYS.between(it.getKey(), end);
			}
			end = it.getKey();
		}
		return days;
	}

	/** The first day on which it is sure that it stood and reached the model. */
	Optional<LocalDate> sureFrom() {
		return found.entrySet().stream().filter(it -> certainly(it.getValue()) == Truth.TRUE).findFirst()
				.map(Map.Entry::getKey);
	}

	/** The surest way in which it reached the model while it stood, and of those the first. */
	Route route() {
		return standing().flatMap(it -> it.route().stream())
				.reduce((one, other) -> other.truth().compareTo(one.truth()) > 0 ? other : one).orElseThrow();
	}

	/** Whom it bound while it stood. */
	BoundParties bound() {
		Truth borne = standing().map(Found::borne).reduce(Truth.FALSE, Truth::or);
		return switch (borne) {
			case TRUE -> BoundParties.MAKERS;
			case UNCERTAIN -> BoundParties.UNCERTAIN;
			case FALSE -> BoundParties.OTHERS;
		};
	}

	private Stream<Found> standing() {
		return found.values().stream().filter(it -> it.stood().and(it.reached()).possible());
	}
}
