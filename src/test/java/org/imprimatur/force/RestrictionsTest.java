package org.imprimatur.force;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.imprimatur.Cases;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.derivation.Reach;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.derivation.Verdict;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.force.restriction.BoundParties;
import org.imprimatur.force.restriction.DayCount;
import org.imprimatur.force.restriction.Restriction;
import org.imprimatur.force.restriction.RestrictionKind;
import org.imprimatur.force.restriction.Restrictions;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Source.Reliability;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.junit.jupiter.api.Test;

/** Holds restrictions against an oracle that counts their days one by one, over generated histories. */
class RestrictionsTest {

	private static final List<String> MODELS = List.of("model/m0", "model/m1", "model/m2");

	@Test
	void withExactDatesTheirDaysAreThoseThatTheOracleCounts() {
		int seen = 0;
		int suspended = 0;
		for (long seed = 0; seed < Cases.of(150); seed++) {
			Histories told = GeneratedHistories.exact(seed);
			Map<String, Entity> world = Worlds.of(told.entities(), null).getFirst();
			List<Restriction> found = new Restrictions(told.facts(), null).all();
			for (Norm norm : norms(told.facts())) {
				for (String model : MODELS) {
					Counted counted = counted(world, model, norm);
					String where = "seed %d, %s, %s".formatted(seed, model, norm);
					Optional<Restriction> row = norm.in(found, model);
					assertThat(row.isPresent()).as(where).isEqualTo(!counted.restricted().isEmpty());
					row.ifPresent(it -> {
						assertThat(it.periods()).as(where).isEqualTo(periods(counted.restricted()));
						assertThat(it.suspensions()).as(where).isEqualTo(periods(counted.suspended()));
						Integer days = counted.inForce().contains(LAST) ? null : counted.inForce().size();
						assertThat(it.days()).as(where).isEqualTo(new DayCount(days, days));
						assertThat(it.sureFrom()).as(where).isEqualTo(counted.restricted().getFirst());
					});
					seen += row.isPresent() ? 1 : 0;
					suspended += row.filter(it -> !it.suspensions().isEmpty()).isPresent() ? 1 : 0;
				}
			}
			assertThat(found).hasSize((int) found.stream().map(Restriction::key).distinct().count());
		}
		assertThat(seen).as("restrictions").isGreaterThan(Cases.of(100));
		assertThat(suspended).as("that were suspended").isGreaterThan(Cases.of(5));
	}

	@Test
	void whatIsUncertainHoldsWhateverMayBe() {
		int open = 0;
		for (long seed = 0; seed < Cases.of(40); seed++) {
			Histories told = GeneratedHistories.vague(seed, 3, 2, false);
			List<Map<String, Entity>> worlds = Worlds.of(told.entities(), null);
			List<Restriction> found = new Restrictions(told.facts(), null).all();
			for (Norm norm : norms(told.facts())) {
				Optional<Restriction> row = norm.in(found, "model/m1");
				for (Map<String, Entity> world : worlds) {
					Counted counted = counted(world, "model/m1", norm);
					String where = "seed %d, %s: %s in %s".formatted(seed, norm, row, counted);
					assertThat(row.isPresent() || counted.restricted().isEmpty()).as(where).isTrue();
					row.ifPresent(it -> assertThat(admits(it, counted)).as(where).isTrue());
				}
				open += row.filter(it -> !Objects.equals(it.days().atLeast(), it.days().atMost())).isPresent() ? 1 : 0;
			}
		}
		assertThat(open).as("restrictions with an uncertain number of days").isGreaterThan(Cases.of(4));
	}

	@Test
	void theirStatesAreThoseOfTheConditionSets() {
		int seen = 0;
		for (long seed = 0; seed < Cases.of(120); seed++) {
			Histories told = GeneratedHistories.vague(seed, 3, 2, seed % 2 == 0);
			Random random = new Random(seed);
			Question question = GeneratedHistories.question(random, seed % 2 == 0, null);
			Restrictions rules = new Restrictions(told.facts(), question.reportedBy());
			ConditionSet set = ConditionSets.of(told.facts(), question);
			for (Restriction it : rules.all()) {
				if (it.model().id().equals(question.model())) {
					assertThat(rules.on(question.asOf(), it)).as("seed %d, %s", seed, it)
							.isEqualTo(set.conditions().stream()
									.filter(one -> one.condition().equals(it.condition())
											&& one.instrument().equals(it.instrument()))
									.map(AppliedCondition::verdict).findFirst());
					seen++;
				}
			}
		}
		assertThat(seen).as("restrictions").isGreaterThan(Cases.of(30));
	}

	@Test
	void aNormIsClassedAsTheStandingClassesIt() {
		Histories told = new Histories().company("company/maker", null);
		told.model("model/m").by("company/maker");
		told.instrument("order/o", "2026-01-01").imposes("condition/ban", "condition/licence", "condition/some",
				"condition/purchase", "condition/duty");
		told.condition("condition/ban", Modality.PROHIBITION, Action.USE).scope(Histories.over("model/m"));
		told.condition("condition/licence", Modality.LICENCE_REQUIRED, Action.EXPORT)
				.scope(Histories.over("model/m").towards("category/abroad"));
		told.condition("condition/some", Modality.PROHIBITION, Action.PROVIDE)
				.scope(Histories.over("model/m").towards("category/abroad"));
		told.condition("condition/purchase", Modality.PROHIBITION, Action.PROCURE)
				.scope(Histories.over("company/maker")).borneBy("agency/buyer");
		told.condition("condition/duty", Modality.OBLIGATION, Action.REPORT).scope(Histories.over("model/m"));
		assertThat(new Restrictions(told.facts(), null).all())
				.extracting(it -> it.condition().id(), Restriction::kind, Restriction::reach, Restriction::bound)
				.containsExactlyInAnyOrder(
						tuple("condition/ban", RestrictionKind.PROHIBITED, Reach.DIRECT,
								BoundParties.MAKERS),
						tuple("condition/licence", RestrictionKind.LICENCE_REQUIRED,
								Reach.DIRECT, BoundParties.MAKERS),
						tuple("condition/some", RestrictionKind.LIMITED, Reach.DIRECT,
								BoundParties.MAKERS),
						tuple("condition/purchase", RestrictionKind.LIMITED,
								Reach.COMPANY, BoundParties.OTHERS));
	}

	@Test
	void whatWasAnnulledRestrictedUntilThenAndIsVoidInLaw() {
		Histories told = histories();
		told.instrument("ruling/r", "2026-03-01").has("effect/annuls");
		told.effect("effect/annuls", EffectKind.ANNULS, "order/o");
		Restrictions rules = new Restrictions(told.facts(), null);
		Restriction ban = rules.all().getFirst();
		assertThat(ban.periods()).containsExactly(Histories.period("2026-01-01", "2026-03-01"));
		assertThat(ban.days()).isEqualTo(new DayCount(59, 59));
		assertThat(rules.on(LocalDate.parse("2026-02-01"), ban)).map(Verdict::state).hasValue(State.ENDED);
	}

	@Test
	void itsStateIsThatOfWhereItIsStrictest() {
		Histories told = histories();
		told.instrument("ruling/r", "2026-03-01").has("effect/stays");
		told.effect("effect/stays", EffectKind.SUSPENDS, "order/o").scope(Histories.over().in("IT"));
		Restrictions rules = new Restrictions(told.facts(), null);
		assertThat(rules.on(LocalDate.parse("2026-04-01"), rules.all().getFirst())).map(Verdict::state)
				.hasValue(State.IN_FORCE);
	}

	@Test
	void aNormReachesWhoeverBelongsForAsLong() {
		Histories told = new Histories().company("company/maker", null);
		told.model("model/m").by("company/maker");
		told.category("category/listed").member("company/maker", Histories.period("2026-02-01", "2026-02-11"), null)
				.member("company/maker", Histories.period("2026-03-01", "2026-03-06"), null);
		told.instrument("order/o", "2026-01-01").imposes("condition/ban");
		told.condition("condition/ban", Modality.PROHIBITION, Action.USE).scope(Histories.over("category/listed"));
		Restrictions rules = new Restrictions(told.facts(), null);
		Restriction ban = rules.all().getFirst();
		assertThat(ban.periods()).containsExactly(Histories.period("2026-02-01", "2026-02-11"),
				Histories.period("2026-03-01", "2026-03-06"));
		assertThat(ban.days()).isEqualTo(new DayCount(15, 15));
		assertThat(ban.reach()).isEqualTo(Reach.CATEGORY);
		assertThat(rules.on(LocalDate.parse("2026-04-01"), ban)).as("no longer reached").isEmpty();
	}

	@Test
	void ofWhatMayNotBeTheDaysAreThoseForTheCaseThatItIs() {
		Histories told = histories();
		told.condition("condition/ban", Modality.PROHIBITION, Action.USE).scope(Histories.over("model/m"))
				.during(null, "2026-01-31").reported("2026-01-01", Reliability.WEAK);
		Restriction ban = new Restrictions(told.facts(), null).all().getFirst();
		assertThat(ban.periods()).containsExactly(Histories.period("2026-01-01", "2026-01-31"));
		assertThat(ban.days()).isEqualTo(new DayCount(0, 30));
		assertThat(ban.sureFrom()).isNull();
	}

	@Test
	void whereItIsNowhereSureThatItReachesTheDaysAreThoseForTheCaseThatItDoes() {
		Histories told = histories();
		told.category("category/new").test(null, Histories.period("2026-02-01", null), "US");
		told.condition("condition/ban", Modality.PROHIBITION, Action.USE).scope(Histories.over("category/new"))
				.during(null, "2026-01-31");
		Restriction ban = new Restrictions(told.facts(), null).all().getFirst();
		assertThat(ban.periods()).containsExactly(Histories.period("2026-01-01", "2026-01-31"));
		assertThat(ban.days()).isEqualTo(new DayCount(0, 30));
		assertThat(ban.sureFrom()).isNull();
	}

	@Test
	void whatHadNotBeenReportedIsNotThere() {
		Histories told = histories();
		told.instrument("order/o", "2026-01-01").imposes("condition/ban").reported("2026-01-01");
		told.condition("condition/ban", Modality.PROHIBITION, Action.USE).scope(Histories.over("model/m"))
				.reported("2026-02-01");
		assertThat(new Restrictions(told.facts(), LocalDate.parse("2026-01-31")).all()).isEmpty();
		assertThat(new Restrictions(told.facts(), LocalDate.parse("2026-02-01")).all()).hasSize(1);
	}

	private static Histories histories() {
		Histories told = new Histories();
		told.model("model/m");
		told.instrument("order/o", "2026-01-01").imposes("condition/ban");
		told.condition("condition/ban", Modality.PROHIBITION, Action.USE).scope(Histories.over("model/m"));
		return told;
	}

	private static final LocalDate LAST = Oracle.LAST_DAY.minusDays(1);

	private record Norm(String instrument, String condition) {
		Optional<Restriction> in(List<Restriction> all, String model) {
			return all.stream().filter(it -> it.model().id().equals(model) && it.condition().id().equals(condition)
					&& it.instrument().id().equals(instrument)).findFirst();
		}
	}

	private static List<Norm> norms(Facts facts) {
		return facts.all(Instrument.class).stream()
				.flatMap(by -> by.imposes().stream().distinct().map(it -> new Norm(by.id(), it.id()))).toList();
	}

	/** The days on which a norm restricted a model, on which it was suspended, and on which it was in force. */
	private record Counted(List<LocalDate> restricted, List<LocalDate> suspended, List<LocalDate> inForce) {
	}

	private static Counted counted(Map<String, Entity> world, String model, Norm norm) {
		Counted counted = new Counted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		if (!(world.get(norm.instrument()) instanceof Instrument by) || !by.binding() || by.effective() == null
				|| !(world.get(norm.condition()) instanceof Condition it)
				|| it.modality() != Modality.PROHIBITION && it.modality() != Modality.LICENCE_REQUIRED
				|| by.imposes().stream().noneMatch(ref -> ref.id().equals(it.id()))) {
			return counted;
		}
		String place = it.scope().territory().stream().findFirst().orElse("");
		AsItStood stood = new AsItStood(world, AsItStood.model(model, world), place, it);
		Oracle.FIRST_DAY.datesUntil(Oracle.LAST_DAY).forEach(day -> stood.on(day, oracle -> {
			State state = oracle.state(by, it, day).state();
			boolean restricts = oracle.reaches(it.scope(), it, day)
					&& (state == State.IN_FORCE || state == State.SUSPENDED);
			if (restricts) {
				counted.restricted().add(day);
				(state == State.SUSPENDED ? counted.suspended() : counted.inForce()).add(day);
			}
			return restricts;
		}));
		return counted;
	}

	private static List<Period> periods(List<LocalDate> days) {
		List<Period> periods = new ArrayList<>();
		for (LocalDate day : days) {
			if (!days.contains(day.minusDays(1))) {
				LocalDate end = Stream.iterate(day, it -> it.plusDays(1)).filter(it -> !days.contains(it)).findFirst()
						.orElseThrow();
				periods.add(new Period(EdtfDate.of(day), end.isAfter(LAST) ? null : EdtfDate.of(end)));
			}
		}
		return periods;
	}

	private static boolean admits(Restriction row, Counted counted) {
		int days = counted.inForce().contains(LAST) ? Integer.MAX_VALUE : counted.inForce().size();
		Integer atLeast = row.days().atLeast();
		Integer atMost = row.days().atMost();
		return days >= (atLeast == null ? Integer.MAX_VALUE : atLeast)
				&& days <= (atMost == null ? Integer.MAX_VALUE : atMost)
				&& counted.restricted().stream().allMatch(day -> row.periods().stream().anyMatch(it -> holds(it, day)))
				&& counted.suspended().stream()
						.allMatch(day -> row.suspensions().stream().anyMatch(it -> holds(it, day)))
				&& (row.sureFrom() == null || counted.restricted().contains(row.sureFrom()));
	}

	private static boolean holds(Period period, LocalDate day) {
		return (period.start() == null || !period.start().earliest().isAfter(day))
				&& (period.end() == null || period.end().latest().isAfter(day));
	}
}
