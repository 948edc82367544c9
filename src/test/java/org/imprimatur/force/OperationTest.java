package org.imprimatur.force;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.force.Histories.find;
import static org.imprimatur.force.Histories.over;
import static org.imprimatur.knowledge.Condition.Action.PROVIDE;
import static org.imprimatur.knowledge.Condition.Modality.PROHIBITION;
import static org.imprimatur.knowledge.Effect.EffectKind.ANNULS;
import static org.imprimatur.knowledge.Effect.EffectKind.REVOKES;
import static org.imprimatur.knowledge.Effect.EffectKind.SUPERSEDES;
import static org.imprimatur.knowledge.Effect.EffectKind.SUSPENDS;
import static org.imprimatur.knowledge.Effect.EffectKind.UPHOLDS;

import java.util.Set;
import org.imprimatur.force.derivation.EndReason;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.derivation.Step;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Source.Reliability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Design, "The rules of force", rule 2. */
class OperationTest {

	private final Histories histories = new Histories();

	OperationTest() {
		histories.model("model/m");
	}

	private void order(String name, String issued) {
		histories.instrument("order/" + name, issued).imposes("condition/" + name).has("effect/" + name);
		histories.condition("condition/" + name, PROHIBITION, PROVIDE).scope(over("model/m"));
	}

	private AppliedCondition on(String day, String name) {
		return find(histories.ask("model/m", day), "condition/" + name);
	}

	@Test
	void aSupersededListDoesNotReviveTheOneBeforeIt() {
		order("list-2024", "2024-01-31");
		order("list-2025", "2025-01-07");
		order("list-2026", "2026-01-08");
		histories.effect("effect/list-2025", SUPERSEDES, "order/list-2024");
		histories.effect("effect/list-2026", SUPERSEDES, "order/list-2025");
		assertThat(on("2026-02-01", "list-2024").reason()).isEqualTo(EndReason.SUPERSEDED);
		assertThat(on("2026-02-01", "list-2025").reason()).isEqualTo(EndReason.SUPERSEDED);
		assertThat(on("2026-02-01", "list-2026").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2025-01-06", "list-2024").state()).isEqualTo(State.IN_FORCE);
	}

	@Test
	void annullingTheListRevivesTheOneBeforeItAndSuspendingItDoesSoForThoseDays() {
		order("old", "2025-01-01");
		order("new", "2026-01-01");
		histories.effect("effect/new", SUPERSEDES, "order/old");
		histories.instrument("ruling/r", "2026-03-01").effective("2026-03-01", "2026-04-01").has("effect/r");
		histories.effect("effect/r", SUSPENDS, "order/new");
		assertThat(on("2026-02-01", "old").state()).isEqualTo(State.ENDED);
		assertThat(on("2026-03-15", "old").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-04-01", "old").state()).isEqualTo(State.ENDED);
		histories.effect("effect/r", ANNULS, "order/new");
		assertThat(on("2026-02-01", "old").state()).as("as the law now says").isEqualTo(State.IN_FORCE);
		assertThat(on("2026-02-01", "new").reason()).isEqualTo(EndReason.ANNULLED);
	}

	@Test
	void revokingTheRevocationItselfUndoesItFromThatDay() {
		order("a", "2026-01-01");
		histories.instrument("order/b", "2026-02-01").has("effect/b");
		histories.effect("effect/b", REVOKES, "order/a");
		histories.instrument("order/c", "2026-03-01").has("effect/c");
		histories.effect("effect/c", REVOKES, "order/b");
		assertThat(on("2026-03-02", "a").state()).as("the revoking instrument revoked").isEqualTo(State.ENDED);
		histories.effect("effect/c", REVOKES, "effect/b");
		assertThat(on("2026-03-02", "a").state()).as("the effect revoked").isEqualTo(State.IN_FORCE);
		assertThat(on("2026-02-28", "a").state()).isEqualTo(State.ENDED);
	}

	@Test
	void aSuspensionDoesNotOutliveItsInstrument() {
		order("a", "2026-01-01");
		histories.instrument("order/stay", "2026-02-01").effective("2026-02-01", "2026-03-01").has("effect/stay");
		histories.effect("effect/stay", SUSPENDS, "order/a").during("2026-02-01", "2026-06-01");
		assertThat(on("2026-02-15", "a").state()).isEqualTo(State.SUSPENDED);
		assertThat(on("2026-02-15", "a").causedBy()).extracting(Ref::id).containsExactly("effect/stay", "order/stay");
		assertThat(on("2026-03-15", "a").state()).isEqualTo(State.IN_FORCE);
	}

	@Test
	void anInjunctionWhoseOrderIsDelayedAWeekSuspendsOnlyThen() {
		order("designation", "2026-03-05");
		histories.instrument("ruling/injunction", "2026-03-26").has("effect/injunction", "effect/delay");
		histories.effect("effect/injunction", SUSPENDS, "order/designation");
		histories.effect("effect/delay", SUSPENDS, "effect/injunction").during("2026-03-26", "2026-04-02");
		assertThat(on("2026-04-01", "designation").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-04-02", "designation").state()).isEqualTo(State.SUSPENDED);
		histories.instrument("ruling/injunction", "2026-03-26").has("effect/injunction");
		histories.effect("effect/injunction", SUSPENDS, "order/designation").during("2026-04-02", null);
		assertThat(on("2026-04-01", "designation").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-04-02", "designation").state()).isEqualTo(State.SUSPENDED);
	}

	@Test
	void aListPostedAndWithdrawnTheSameDayDidNothing() {
		order("list-2025", "2025-01-07");
		order("list-2026", "2026-02-13");
		histories.effect("effect/list-2026", SUPERSEDES, "order/list-2025");
		histories.instrument("order/list-2026", "2026-02-13").effective("2026-02-13", "2026-02-13")
				.imposes("condition/list-2026").has("effect/list-2026");
		assertThat(on("2026-02-13", "list-2025").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-02-13", "list-2026").reason()).isEqualTo(EndReason.EXPIRED);
		histories.instrument("order/list-2026", "2026-02-13").neverEffective().imposes("condition/list-2026")
				.has("effect/list-2026");
		histories.instrument("order/withdrawal", "2026-02-14").has("effect/withdrawal");
		histories.effect("effect/withdrawal", REVOKES, "order/list-2026");
		assertThat(histories.ask("model/m", "2026-02-13").conditions()).extracting(AppliedCondition::condition)
				.extracting(Ref::id).as("what never took effect, and never will")
				.containsExactly("condition/list-2025");
		order("list-2026", "2026-02-13");
		histories.instrument("order/withdrawal", "2026-02-13").has("effect/withdrawal");
		histories.effect("effect/withdrawal", REVOKES, "order/list-2026");
		assertThat(on("2026-02-14", "list-2025").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-02-14", "list-2026").reason()).isEqualTo(EndReason.REVOKED);
	}

	@Test
	void whatWasProposedIsNotYetInForceAndDoesNothing() {
		order("list-2025", "2025-01-07");
		order("list-2026", "2026-02-13");
		histories.effect("effect/list-2026", SUPERSEDES, "order/list-2025");
		histories.instrument("order/list-2026", "2026-02-13").neverEffective().imposes("condition/list-2026")
				.has("effect/list-2026");
		assertThat(on("2026-03-01", "list-2025").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-03-01", "list-2026").state()).isEqualTo(State.NOT_YET);
		assertThat(on("2026-03-01", "list-2026").proposed()).isTrue();
		assertThat(on("2026-03-01", "list-2026").derivation()).extracting(Step::statement)
				.contains(
						"This order was proposed, and nothing says that it had taken effect.");
	}

	/** The final act supersedes the whole proposal, or just the norm that it carries on. */
	@ParameterizedTest
	@ValueSource(strings = {"order/proposed", "condition/proposed"})
	void aNormCarriedFromAProposalIntoTheFinalActIsOneNorm(String superseded) {
		order("proposed", "2022-03-01");
		histories.instrument("order/proposed", "2022-03-01").neverEffective().published("2022-03-01")
				.imposes("condition/proposed");
		order("final", "2023-05-01");
		histories.instrument("order/final", "2023-05-01").effective("2023-06-01", null).published("2023-05-01")
				.imposes("condition/final").has("effect/final");
		histories.effect("effect/final", SUPERSEDES, superseded);
		AppliedCondition then = find(histories.ask("model/m", "2022-12-01", "2022-12-01", null), "condition/proposed");
		assertThat(then).returns(State.NOT_YET, AppliedCondition::state).returns(true, AppliedCondition::proposed);
		assertThat(histories.ask("model/m", "2022-12-01").conditions()).as("it never came as it was proposed")
				.isEmpty();
		assertThat(histories.ask("model/m", "2023-05-15").conditions()).singleElement()
				.returns(new Ref<>("condition/final"), AppliedCondition::condition)
				.returns(State.NOT_YET, AppliedCondition::state).returns(false, AppliedCondition::proposed);
		assertThat(on("2023-06-01", "proposed").reason()).isEqualTo(EndReason.SUPERSEDED);
		assertThat(on("2023-06-01", "final").state()).isEqualTo(State.IN_FORCE);
		assertThat(histories.ask("model/m", "2023-06-01").standing().because()).extracting(Ref::id)
				.containsExactly("condition/final");
		histories.effect("effect/final", SUPERSEDES, superseded).reported("2023-05-01", Reliability.WEAK);
		assertThat(on("2022-12-01", "proposed")).as("whether another took it up is uncertain")
				.returns(State.UNCERTAIN, AppliedCondition::state)
				.returns(Set.of(State.NOT_YET), AppliedCondition::possible);
	}

	@Test
	void anEffectActsOnlyOnWhatItCovers() {
		order("a", "2026-01-01");
		histories.model("model/n");
		histories.instrument("order/b", "2026-02-01").has("effect/b");
		histories.effect("effect/b", REVOKES, "order/a").scope(over("model/n"));
		assertThat(on("2026-03-01", "a").state()).isEqualTo(State.IN_FORCE);
		histories.effect("effect/b", REVOKES, "order/a").scope(over().in("US"));
		assertThat(on("2026-03-01", "a").state()).as("strictest anywhere").isEqualTo(State.IN_FORCE);
		assertThat(find(histories.ask("model/m", "2026-03-01", null, "US"), "condition/a").reason())
				.isEqualTo(EndReason.REVOKED);
		histories.effect("effect/b", REVOKES, "order/a").scope(over().towards("category/partners"));
		assertThat(on("2026-03-01", "a").state()).as("towards some only").isEqualTo(State.IN_FORCE);
	}

	@Test
	void aRefusedStayChangesNothingButIsTold() {
		order("a", "2026-01-01");
		histories.instrument("ruling/r", "2026-02-01").has("effect/r");
		histories.effect("effect/r", UPHOLDS, "order/a");
		assertThat(on("2026-02-02", "a").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-02-02", "a").derivation()).extracting(Step::statement)
				.contains("The ruling of 1 February 2026 left standing this order on 1 February 2026.");
	}

	@Test
	void effectsThatActOnEachOtherInACircleAreUncertain() {
		order("a", "2026-01-01");
		order("b", "2026-01-01");
		histories.effect("effect/a", REVOKES, "order/b");
		histories.effect("effect/b", REVOKES, "order/a");
		assertThat(on("2026-02-01", "a").state()).isEqualTo(State.UNCERTAIN);
	}
}
