package org.imprimatur.force;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.imprimatur.Cases;
import org.imprimatur.force.Oracle.Answer;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.conditions.Level;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.conditions.Standing;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds the rules against a slow oracle, over generated histories. */
class OracleTest {

	private static final List<String> PLACES = List.of("", "US", "EU", "IT", "FR");
	private static final List<State> STRICTEST = List.of(State.IN_FORCE, State.SUSPENDED, State.NOT_YET, State.ENDED);

	@Test
	void withExactDatesTheRulesSayWhatTheOracleSays() {
		Set<Answer> seen = new HashSet<>();
		for (long seed = 0; seed < Cases.of(1500); seed++) {
			Histories histories = GeneratedHistories.exact(seed);
			Random random = new Random(seed);
			Map<String, Entity> world = Worlds.of(histories.entities(), null).getFirst();
			for (int k = 0; k < 3; k++) {
				Question question = GeneratedHistories.question(random, false, pick(random, PLACES));
				Oracle oracle = oracle(world, question, Objects.requireNonNull(question.territory()));
				ConditionSet set = ConditionSets.of(histories.facts(), question);
				for (Imposed pair : imposed(histories)) {
					Answer expected = oracle.answer(pair.instrument(), pair.condition(), question.asOf());
					AppliedCondition actual = pair.in(set);
					assertThat(actual == null ? null : new Answer(actual.state(), actual.reason()))
							.as("seed %d, %s, %s", seed, question, pair).isEqualTo(expected);
					seen.add(expected == null ? new Answer(State.UNCERTAIN, null) : expected);
				}
				assertThat(set.standing().level()).as("seed %d, %s", seed, question)
						.isEqualTo(oracle.standing(question.asOf()));
			}
		}
		assertThat(seen).as("every state and reason occurs, and being left out").hasSize(9);
	}

	@Test
	void withoutATerritoryTheStrictestPlaceCounts() {
		for (long seed = 0; seed < Cases.of(250); seed++) {
			Histories histories = GeneratedHistories.exact(seed);
			Question question = GeneratedHistories.question(new Random(seed), false, null);
			Map<String, Entity> world = Worlds.of(histories.entities(), null).getFirst();
			List<Oracle> oracles = PLACES.stream().map(it -> oracle(world, question, it)).toList();
			ConditionSet set = ConditionSets.of(histories.facts(), question);
			for (Imposed pair : imposed(histories)) {
				State expected = oracles.stream()
						.map(it -> it.answer(pair.instrument(), pair.condition(), question.asOf()))
						.filter(Objects::nonNull).map(Answer::state).min(Comparator.comparing(STRICTEST::indexOf))
						.orElse(null);
				AppliedCondition actual = pair.in(set);
				assertThat(actual == null ? null : actual.state()).as("seed %d, %s, %s", seed, question, pair)
						.isEqualTo(expected);
			}
			assertThat(set.standing().level()).as("seed %d, %s", seed, question).isEqualTo(oracles.stream()
					.map(it -> it.standing(question.asOf())).min(Comparator.naturalOrder()).orElseThrow());
		}
	}

	@Test
	void whatIsUncertainIsNeverSaidToBeCertain() {
		assertThat(unneeded(Cases.of(1000), false)).as("share of answers that are uncertain though no world differs")
				.isLessThan(0.1);
	}

	@Test
	void whatMayNotHaveBeenReportedIsNeverSaidToBeCertain() {
		assertThat(unneeded(Cases.of(200), true)).as("share of answers that are uncertain though no world differs")
				.isLessThan(0.25);
	}

	/** Checks each answer against all worlds, and returns the share of those that are more uncertain than need be. */
	private static double unneeded(int histories, boolean reported) {
		int answers = 0;
		int unneeded = 0;
		int uncertain = 0;
		for (long seed = 0; seed < histories; seed++) {
			Histories told = GeneratedHistories.vague(seed, 3, 2, reported);
			Question question = GeneratedHistories.question(new Random(seed), reported, "IT");
			List<Oracle> worlds = Worlds.of(told.entities(), question.reportedBy()).stream()
					.map(world -> oracle(world, question, "IT")).toList();
			ConditionSet set = ConditionSets.of(told.facts(), question);
			for (Imposed pair : imposed(told)) {
				Set<Object> truths = new HashSet<>();
				worlds.forEach(world -> truths.add(Objects.requireNonNullElse(
						world.answer(pair.instrument(), pair.condition(), question.asOf()),
						"left out")));
				check(pair.in(set), truths, "seed %d, %s, %s".formatted(seed, question, pair));
				answers++;
				AppliedCondition actual = pair.in(set);
				boolean open = actual != null && actual.state() == State.UNCERTAIN;
				uncertain += open ? 1 : 0;
				unneeded += open && truths.size() == 1 ? 1 : 0;
			}
			standing(set.standing(), worlds, question.asOf(), "seed %d, %s".formatted(seed, question));
		}
		assertThat(uncertain).as("uncertain answers").isGreaterThan(histories / 20);
		return (double) unneeded / answers;
	}

	private static void check(@Nullable AppliedCondition actual, Set<Object> truths,
			String seed) {
		if (actual == null) {
			assertThat(truths).as(seed).containsExactly("left out");
		} else if (actual.state() == State.UNCERTAIN) {
			truths.stream().filter(Answer.class::isInstance)
					.forEach(it -> assertThat(actual.possible()).as(seed).contains(((Answer) it).state()));
		} else {
			// What may never have been has surely ended where it has in every world that has it.
			Set<Object> told = new HashSet<>(truths);
			assertThat(!told.remove("left out") || actual.doubtful()).as(seed).isTrue();
			assertThat(told).as(seed).allSatisfy(it -> {
				assertThat(it).isInstanceOf(Answer.class);
				assertThat(((Answer) it).state()).isEqualTo(actual.state());
				if (actual.reason() != null) {
					assertThat(((Answer) it).reason()).isEqualTo(actual.reason());
				}
			});
		}
	}

	private static void standing(Standing standing, List<Oracle> worlds, LocalDate day, String seed) {
		Set<Level> levels = EnumSet.noneOf(Level.class);
		worlds.forEach(world -> levels.add(world.standing(day)));
		assertThat(standing.possible()).as(seed).containsAll(levels);
		assertThat(standing.level() == Level.UNCERTAIN).as(seed).isEqualTo(standing.possible().size() > 1);
	}

	private static Oracle oracle(Map<String, Entity> world, Question question, String place) {
		return new Oracle(world, (Model) Objects.requireNonNull(world.get(question.model())), place);
	}

	private static List<Imposed> imposed(Histories histories) {
		List<Imposed> imposed = new ArrayList<>();
		Facts facts = histories.facts();
		for (Instrument by : facts.all(Instrument.class)) {
			for (Ref<Condition> ref : by.imposes()) {
				imposed.add(new Imposed(by.id(), ref.id()));
			}
		}
		return imposed;
	}

	private record Imposed(String instrument, String condition) {
		@Nullable
		AppliedCondition in(ConditionSet set) {
			return set.conditions().stream().filter(it -> it.condition().id().equals(condition)
					&& it.instrument().id().equals(instrument)).findFirst().orElse(null);
		}
	}

	private static <T> T pick(Random random, List<T> values) {
		return values.get(random.nextInt(values.size()));
	}
}
