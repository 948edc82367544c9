package org.imprimatur.force;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.force.Histories.find;
import static org.imprimatur.force.Histories.over;
import static org.imprimatur.knowledge.Condition.Action.PROVIDE;
import static org.imprimatur.knowledge.Condition.Modality.PROHIBITION;
import static org.imprimatur.knowledge.Effect.EffectKind.SUSPENDS;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.derivation.Rule;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Ref;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Design, "The rules of force", rule 7: a turn that is dated after the sources end is expected, and not known. */
class ExpectedTurnsTest {

	private final Histories histories = new Histories();
	private final Histories.ConditionDraft ban;

	ExpectedTurnsTest() {
		histories.model("model/m");
		histories.instrument("order/a", "2026-01-01").reported("2026-01-01").imposes("condition/ban");
		ban = histories.condition("condition/ban", PROHIBITION, PROVIDE).scope(over("model/m")).reported("2026-01-01");
	}

	private AppliedCondition on(String day) {
		return find(histories.ask("model/m", day), "condition/ban");
	}

	@Test
	void anEndThatTheSourcesOnlyExpectLeavesBothStates() {
		ban.during("2026-01-01", "2026-06-01");
		histories.through("2026-03-01");
		assertThat(on("2026-05-31").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-06-02").state()).isEqualTo(State.UNCERTAIN);
		assertThat(on("2026-06-02").possible()).containsExactlyInAnyOrder(State.IN_FORCE, State.ENDED);
		assertThat(on("2026-06-02").derivation().getLast().rule()).isEqualTo(Rule.COVERAGE);
		assertThat(on("2026-06-02").derivation().getLast().statement()).isEqualTo(
				"The sources on this were read to 1 March 2026 only; what changed from then to 2 June 2026 is not known.");
	}

	@Test
	void whatMerelyContinuesKeepsItsState() {
		histories.through("2026-03-01");
		assertThat(on("2030-01-01").state()).isEqualTo(State.IN_FORCE);
	}

	@Test
	void aSuspensionThatWasToComeAndGoMayNeverHaveBeen() {
		histories.instrument("order/b", "2026-02-01").reported("2026-02-01").has("effect/b");
		histories.effect("effect/b", SUSPENDS, "order/a").during("2026-04-01", "2026-05-01").reported("2026-02-01");
		histories.through("2026-03-01");
		assertThat(on("2026-03-31").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-06-01").possible()).containsExactlyInAnyOrder(State.IN_FORCE, State.SUSPENDED);
	}

	@Test
	void whatAnotherDossierTellsOfIsKnown() {
		histories.through("2026-03-01");
		histories.instrument("order/b", "2026-07-01").reported("2026-07-01").has("effect/b");
		histories.effect("effect/b", SUSPENDS, "order/a").reported("2026-07-01");
		histories.through("2026-08-01");
		assertThat(on("2026-07-02").state()).isEqualTo(State.SUSPENDED);
	}

	@Test
	void whatWasDueAfterThePublicRecordEndsWasExpectedByIt() {
		ban.during("2026-01-01", "2026-06-01");
		histories.through("2026-08-01");
		ConditionSet set = histories.ask("model/m", "2026-07-01", "2026-04-01", null);
		assertThat(find(set, "condition/ban").possible()).containsExactlyInAnyOrder(State.IN_FORCE, State.ENDED);
		assertThat(on("2026-07-01").state()).isEqualTo(State.ENDED);
	}

	/** Against each day since the sources end, read as if they did not. */
	@Test
	void allThatItWasSinceTheSourcesEndIsPossible() {
		int expected = 0;
		for (long seed = 0; seed < 80; seed++) {
			Histories told = GeneratedHistories.vague(seed, 2, 1, true);
			Random random = new Random(seed);
			Question question = GeneratedHistories.question(random, false, "IT");
			LocalDate through = GeneratedHistories.day(random);
			Facts open = told.facts();
			ConditionSet beside = ConditionSets.of(open, question);
			told.through(through.toString());
			ConditionSet set = ConditionSets.of(told.facts(), question);
			for (Instrument by : open.all(Instrument.class)) {
				for (Ref<Condition> ref : by.imposes()) {
					AppliedCondition actual = in(set, by, ref);
					assertThat(actual == null).isEqualTo(in(beside, by, ref) == null);
					if (actual == null || by.evidence().isEmpty()) {
						continue;
					}
					Set<State> possible = EnumSet.copyOf(Objects.requireNonNull(in(beside, by, ref)).possible());
					boolean absent = false;
					for (LocalDate day = through; day.isBefore(question.asOf()); day = day.plusDays(1)) {
						AppliedCondition then = in(
								ConditionSets.of(open, new Question(question.model(), day, null, "IT")), by, ref);
						absent |= then == null;
						possible.addAll(then == null ? Set.of() : then.possible());
					}
					String as = "seed %d, %s, %s, through %s".formatted(seed, question, ref, through);
					assertThat(actual.possible()).as(as).containsExactlyInAnyOrderElementsOf(possible);
					if (absent || possible.size() > 1) {
						assertThat(actual.state() == State.UNCERTAIN || actual.doubtful()).as(as).isTrue();
						expected++;
					}
				}
			}
		}
		assertThat(expected).isGreaterThan(10);
	}

	private static @Nullable AppliedCondition in(ConditionSet set, Instrument by, Ref<Condition> ref) {
		return set.conditions().stream()
				.filter(it -> it.condition().equals(ref) && it.instrument().id().equals(by.id())).findFirst()
				.orElse(null);
	}
}
