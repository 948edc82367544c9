package org.imprimatur.force;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.imprimatur.force.Histories.over;
import static org.imprimatur.force.Histories.period;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.imprimatur.force.compare.Change;
import org.imprimatur.force.compare.ChangeKind;
import org.imprimatur.force.compare.Changes;
import org.imprimatur.force.compare.Difference;
import org.imprimatur.force.compare.StandingChange;
import org.imprimatur.force.conditions.Level;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.derivation.Rule;
import org.imprimatur.force.derivation.Step;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.Condition.Outcome;
import org.imprimatur.knowledge.Condition.Performance;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Ref;
import org.junit.jupiter.api.Test;

/** What changed between two days, and what would change without an instrument, with the cause of each. */
class ChangesTest {

	private final Histories histories = new Histories();

	ChangesTest() {
		histories.company("company/maker", null).model("model/m").by("company/maker");
		histories.condition("condition/ban", Modality.PROHIBITION, Action.PROVIDE).scope(over("model/m"));
		histories.instrument("order/ban", "2026-03-10").imposes("condition/ban");
	}

	/** A change as the tests tell it. */
	private record Told(ChangeKind kind, String since, String condition, List<String> causes) {
	}

	@Test
	void whatIsIssuedAndRevokedInBetweenIsFound() {
		revoked("2026-03-20");
		assertThat(changes("2026-03-01", "2026-03-31")).containsExactly(
				new Told(ChangeKind.ADDED, "2026-03-10", "condition/ban", List.of("order/ban")),
				new Told(ChangeKind.ENDED, "2026-03-20", "condition/ban", List.of("effect/end", "order/end")));
	}

	@Test
	void theFirstDayIsNoChangeAndTheLastIs() {
		assertThat(changes("2026-03-10", "2026-03-31")).isEmpty();
		assertThat(changes("2026-03-01", "2026-03-10")).hasSize(1);
		assertThat(changes("2026-03-10", "2026-03-10")).isEmpty();
	}

	@Test
	void whatWasSuspendedAndRevivedInBetweenIsFound() {
		histories.effect("effect/stay", EffectKind.SUSPENDS, "condition/ban").during("2026-03-12", "2026-03-15");
		histories.instrument("ruling/stay", "2026-03-11").has("effect/stay");
		assertThat(changes("2026-03-10", "2026-03-31")).containsExactly(
				new Told(ChangeKind.SUSPENDED, "2026-03-12", "condition/ban", List.of("effect/stay", "ruling/stay")),
				new Told(ChangeKind.REVIVED, "2026-03-15", "condition/ban", List.of("effect/stay", "ruling/stay")));
	}

	@Test
	void whatEndsASuspensionIsTheCauseOfTheRevival() {
		histories.effect("effect/stay", EffectKind.SUSPENDS, "condition/ban");
		histories.instrument("ruling/stay", "2026-03-11").has("effect/stay");
		histories.effect("effect/lift", EffectKind.REVOKES, "ruling/stay");
		histories.effect("effect/other", EffectKind.UPHOLDS, "condition/ban");
		histories.instrument("ruling/lift", "2026-03-20").has("effect/lift", "effect/other");
		assertThat(changes("2026-03-11", "2026-03-31")).containsExactly(new Told(ChangeKind.REVIVED, "2026-03-20",
				"condition/ban", List.of("effect/lift", "ruling/lift", "effect/stay", "ruling/stay")));
		Change revival = difference("2026-03-11", "2026-03-31").changes().getFirst();
		assertThat(revival.because()).extracting(Step::rule).containsExactly(Rule.EFFECT, Rule.EFFECT);
	}

	@Test
	void anUncertainDayGivesAnUncertainSpell() {
		revoked("2026-04");
		List<String> end = List.of("effect/end", "order/end");
		assertThat(changes("2026-03-31", "2026-05-31")).containsExactly(
				new Told(ChangeKind.UNSETTLED, "2026-04-01", "condition/ban", end),
				new Told(ChangeKind.ENDED, "2026-04-30", "condition/ban", end));
	}

	@Test
	void aDeadlinePassesOnTheDayAfter() {
		histories.condition("condition/duty", Modality.OBLIGATION, Action.REPORT).scope(over("model/m"))
				.deadline("2026-03-15");
		histories.instrument("order/duty", "2026-03-10").imposes("condition/duty");
		assertThat(changes("2026-03-10", "2026-03-31")).containsExactly(
				new Told(ChangeKind.MODIFIED, "2026-03-16", "condition/duty", List.of("condition/duty")));
	}

	@Test
	void aFindingIsAChangeOfTheDuty() {
		histories.condition("condition/duty", Modality.OBLIGATION, Action.REPORT).scope(over("model/m"))
				.performance(Performance.CONTINUING).found(Outcome.MET, "2026-03-15");
		histories.instrument("order/duty", "2026-03-10").imposes("condition/duty");
		Change change = difference("2026-03-10", "2026-03-31").changes().getFirst();
		assertThat(told(change)).isEqualTo(
				new Told(ChangeKind.MODIFIED, "2026-03-15", "condition/duty", List.of("condition/duty")));
		assertThat(change.because()).extracting(Step::rule).containsExactly(Rule.FINDING);
	}

	@Test
	void whatWaitedForAFindingSaysThatItWasMade() {
		histories.condition("condition/duty", Modality.OBLIGATION, Action.REPORT).scope(over("model/m"))
				.performance(Performance.CONTINUING).found(Outcome.MET, "2026-03-12", "2026-03-15", null);
		histories.condition("condition/then", Modality.PROHIBITION, Action.TRAIN).scope(over("model/m"))
				.onceMet("condition/duty");
		histories.instrument("order/duty", "2026-03-10").imposes("condition/duty", "condition/then");
		assertThat(changes("2026-03-10", "2026-03-31")).containsExactly(
				new Told(ChangeKind.MODIFIED, "2026-03-12", "condition/duty", List.of("condition/duty")),
				new Told(ChangeKind.BEGAN, "2026-03-15", "condition/then", List.of("condition/duty")));
		assertThat(difference("2026-03-10", "2026-03-31").changes().getFirst().because()).extracting(Step::statement)
				.containsExactly("This duty was found met on 15 March 2026, since 12 March 2026.");
	}

	@Test
	void whatAnActFoundIsGoneWithIt() {
		histories.condition("condition/duty", Modality.OBLIGATION, Action.REPORT).scope(over("model/m"))
				.found(Outcome.BREACHED, "2026-03-15", null, "ruling/r");
		histories.instrument("order/duty", "2026-03-10").imposes("condition/duty");
		histories.instrument("ruling/r", "2026-03-16");
		assertThat(without("2026-03-31", "ruling/r")).extracting(Told::kind, Told::condition)
				.containsExactly(tuple(ChangeKind.MODIFIED, "condition/duty"));
	}

	@Test
	void anExceptionIsAChangeOfItsNormToo() {
		histories.condition("condition/leave", Modality.PERMISSION, Action.PROVIDE).scope(over("model/m"))
				.exceptionTo("condition/ban");
		histories.instrument("letter/leave", "2026-03-20").imposes("condition/leave");
		assertThat(changes("2026-03-10", "2026-03-31")).containsExactly(
				new Told(ChangeKind.MODIFIED, "2026-03-20", "condition/ban",
						List.of("condition/leave", "letter/leave")),
				new Told(ChangeKind.ADDED, "2026-03-20", "condition/leave", List.of("letter/leave")));
		assertThat(difference("2026-03-10", "2026-03-31").standings())
				.extracting(StandingChange::since, it -> it.before().level(), it -> it.after().level())
				.containsExactly(tuple(LocalDate.parse("2026-03-20"), Level.PROHIBITED,
						Level.LIMITED));
	}

	@Test
	void whatTheModelIsTakenOffReachesItNoMore() {
		histories.condition("condition/listed", Modality.PROHIBITION, Action.EXPORT).scope(over("category/list"));
		histories.category("category/list").member("model/m", null, "designation/list");
		histories.instrument("rule/listed", "2026-01-01").imposes("condition/listed");
		histories.instrument("designation/list", "2026-03-12").effective("2026-03-12", "2026-03-20");
		List<String> list = List.of("category/list", "designation/list");
		assertThat(changes("2026-03-10", "2026-03-31")).containsExactly(
				new Told(ChangeKind.ADDED, "2026-03-12", "condition/listed", list),
				new Told(ChangeKind.REMOVED, "2026-03-20", "condition/listed", list));
	}

	@Test
	void aReleaseCanBringAModelWithinACategory() {
		histories.model("model/m").by("company/maker").released("2026-03-25", null);
		histories.condition("condition/new", Modality.OBLIGATION, Action.REPORT).scope(over("category/new"));
		histories.category("category/new").test(null, period("2026-03-01", null), null);
		histories.instrument("rule/new", "2026-01-01").imposes("condition/new");
		assertThat(changes("2026-03-10", "2026-03-31")).containsExactly(
				new Told(ChangeKind.ADDED, "2026-03-25", "condition/new", List.of("category/new")));
	}

	@Test
	void theEarlierDayComesFirst() {
		assertThatIllegalArgumentException().isThrownBy(() -> difference("2026-03-31", "2026-03-01"));
	}

	@Test
	void withoutTheRevocationTheBanStands() {
		revoked("2026-03-20");
		assertThat(without("2026-03-31", "order/end")).containsExactly(
				new Told(ChangeKind.REVIVED, "2026-03-31", "condition/ban", List.of("effect/end", "order/end")));
	}

	@Test
	void withoutItsInstrumentAConditionIsGone() {
		assertThat(without("2026-03-31", "order/ban")).containsExactly(
				new Told(ChangeKind.REMOVED, "2026-03-31", "condition/ban", List.of("order/ban")));
	}

	@Test
	void whatAnotherInstrumentImposesTooStays() {
		histories.instrument("rule/ban", "2026-03-11").imposes("condition/ban");
		assertThat(without("2026-03-31", "order/ban")).extracting(Told::kind).containsExactly(ChangeKind.REMOVED);
		assertThat(Changes.without(histories.facts(), question("2026-03-31"), Set.of("order/ban")).after()
				.conditions()).extracting(it -> it.instrument().id()).containsExactly("rule/ban");
	}

	@Test
	void whoAnInstrumentMadeAMemberIsNoneWithoutIt() {
		histories.condition("condition/listed", Modality.PROHIBITION, Action.EXPORT).scope(over("category/list"));
		histories.category("category/list").member("model/m", period("2026-03-01", null), "designation/list");
		histories.instrument("rule/listed", "2026-01-01").imposes("condition/listed");
		histories.instrument("designation/list", "2026-03-01");
		assertThat(without("2026-03-31", "designation/list")).containsExactly(new Told(ChangeKind.REMOVED,
				"2026-03-31", "condition/listed", List.of("category/list", "designation/list")));
	}

	@Test
	void whatWaitsForADutyThatIsGoneIsYetToCome() {
		histories.condition("condition/duty", Modality.OBLIGATION, Action.REPORT).scope(over("model/m"))
				.found(Outcome.MET, "2026-03-15");
		histories.instrument("order/duty", "2026-03-10").imposes("condition/duty");
		histories.condition("condition/then", Modality.PROHIBITION, Action.TRAIN).scope(over("model/m"))
				.onceMet("condition/duty");
		histories.instrument("order/then", "2026-03-10").imposes("condition/then");
		assertThat(without("2026-03-31", "order/duty")).extracting(Told::kind, Told::condition)
				.contains(tuple(ChangeKind.DEFERRED, "condition/then"));
	}

	@Test
	void whatHasNoBearingMakesNoDifference() {
		histories.instrument("letter/other", "2026-03-01");
		assertThat(without("2026-03-31", "letter/other")).isEmpty();
		assertThat(without("2026-03-31", "letter/unknown")).isEmpty();
	}

	private void revoked(String day) {
		histories.effect("effect/end", EffectKind.REVOKES, "order/ban");
		histories.instrument("order/end", day).has("effect/end");
	}

	private Difference difference(String from, String to) {
		return Changes.between(histories.facts(), LocalDate.parse(from), question(to));
	}

	private List<Told> changes(String from, String to) {
		return difference(from, to).changes().stream().map(ChangesTest::told).toList();
	}

	private List<Told> without(String day, String instrument) {
		return Changes.without(histories.facts(), question(day), Set.of(instrument)).changes().stream()
				.map(ChangesTest::told).toList();
	}

	private static Question question(String asOf) {
		return new Question("model/m", LocalDate.parse(asOf), null, null);
	}

	private static Told told(Change it) {
		return new Told(it.kind(), it.since().toString(), it.condition().id(),
				it.causedBy().stream().map(Ref<Entity>::id).toList());
	}
}
