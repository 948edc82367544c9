package org.imprimatur.force;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.force.Histories.find;
import static org.imprimatur.force.Histories.over;
import static org.imprimatur.knowledge.Condition.Action.PROVIDE;
import static org.imprimatur.knowledge.Condition.Modality.OBLIGATION;
import static org.imprimatur.knowledge.Condition.Modality.PERMISSION;
import static org.imprimatur.knowledge.Condition.Modality.PROHIBITION;
import static org.imprimatur.knowledge.Condition.Outcome.BREACHED;
import static org.imprimatur.knowledge.Condition.Outcome.MET;
import static org.imprimatur.knowledge.Condition.Performance.CONTINUING;
import static org.imprimatur.knowledge.Condition.Performance.ONCE;
import static org.imprimatur.knowledge.Effect.EffectKind.AMENDS;
import static org.imprimatur.knowledge.Effect.EffectKind.REVOKES;
import static org.imprimatur.knowledge.Effect.EffectKind.SUSPENDS;

import java.util.List;
import org.imprimatur.force.derivation.EndReason;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.force.judge.Compliance;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Event;
import org.imprimatur.knowledge.Event.EventKind;
import org.imprimatur.knowledge.Ref;
import org.junit.jupiter.api.Test;

/** Design, "The rules of force", rules 3 and 5. */
class InForceTest {

	private final Histories histories = new Histories();

	InForceTest() {
		histories.model("model/m");
	}

	private Histories.ConditionDraft condition(String name, Condition.Modality modality) {
		return histories.condition("condition/" + name, modality, PROVIDE).scope(over("model/m"));
	}

	private AppliedCondition on(String day, String name) {
		return find(histories.ask("model/m", day), "condition/" + name);
	}

	@Test
	void aSuspensionOfOneConditionIsNotItsEndNorTheOthers() {
		histories.instrument("order/a", "2026-01-01").imposes("condition/one", "condition/two");
		condition("one", PROHIBITION);
		condition("two", PROHIBITION);
		histories.instrument("ruling/r", "2026-02-01").has("effect/r");
		histories.effect("effect/r", SUSPENDS, "condition/one").during("2026-02-01", "2026-03-01");
		assertThat(on("2026-02-15", "one").state()).isEqualTo(State.SUSPENDED);
		assertThat(on("2026-02-15", "one").reason()).isNull();
		assertThat(on("2026-02-15", "two").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-03-01", "one").state()).isEqualTo(State.IN_FORCE);
	}

	@Test
	void whatWasNotIssuedYetIsLeftOutAndWhatWasIsNotYetInForceBeforeItsDay() {
		histories.instrument("order/a", "2026-01-10").effective("2026-02-01", null).imposes("condition/a");
		condition("a", PROHIBITION);
		assertThat(histories.ask("model/m", "2026-01-09").conditions()).isEmpty();
		assertThat(on("2026-01-10", "a").state()).isEqualTo(State.NOT_YET);
		assertThat(on("2026-02-01", "a").state()).isEqualTo(State.IN_FORCE);
	}

	@Test
	void anAppealIsMentionedFromItsDayAndChangesNoState() {
		histories.instrument("order/a", "2026-01-01").imposes("condition/a");
		condition("a", PROHIBITION);
		histories.instrument("ruling/r", "2026-02-01").has("effect/r");
		histories.effect("effect/r", SUSPENDS, "order/a");
		histories.with(event("event/appeal", EventKind.APPEAL, "2026-03-02", "ruling/r"))
				.with(event("event/filing", EventKind.FILING, "2026-01-15", "order/a"))
				.with(event("event/speech", EventKind.STATEMENT, "2026-01-15", "order/a"))
				.with(event("event/other", EventKind.APPEAL, "2026-01-15", "model/m"));
		assertThat(on("2026-03-01", "a").proceedings()).containsExactly(new Ref<>("event/filing"));
		assertThat(on("2026-03-02", "a")).returns(State.SUSPENDED, AppliedCondition::state).returns(
				List.of(new Ref<Event>("event/filing"), new Ref<Event>("event/appeal")),
				AppliedCondition::proceedings);
	}

	private static Event event(String id, EventKind kind, String day, String about) {
		return new Event(id, id, kind, Histories.date(day), null, List.of(), List.of(new Ref<>(about)), List.of());
	}

	@Test
	void aLimitationIsRevokedOnceFiveConditionsAreFoundMet() {
		String[] five = {"condition/d1", "condition/d2", "condition/d3", "condition/d4", "condition/d5"};
		histories.instrument("order/a", "2026-01-01").imposes("condition/limit");
		condition("limit", PROHIBITION);
		histories.instrument("order/lifting", "2026-02-01").imposes(five).has("effect/lifting");
		for (int i = 1; i <= 5; i++) {
			condition("d" + i, OBLIGATION).performance(i < 4 ? ONCE : CONTINUING).deadline("2026-03-31")
					.found(MET, "2026-03-0" + i);
		}
		histories.effect("effect/lifting", REVOKES, "condition/limit").onceMet(five);
		assertThat(on("2026-03-04", "limit").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-03-05", "limit").reason()).isEqualTo(EndReason.REVOKED);
		assertThat(on("2026-03-05", "d1").reason()).isEqualTo(EndReason.FULFILLED);
		assertThat(on("2026-03-05", "d5").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-03-05", "d5").compliance()).isEqualTo(Compliance.MET);
		histories.instrument("order/repeal", "2026-03-03").has("effect/repeal");
		histories.effect("effect/repeal", REVOKES, "order/lifting");
		assertThat(on("2026-03-05", "limit").state()).as("revoked before all five were met").isEqualTo(State.IN_FORCE);
	}

	@Test
	void withoutAFindingADutyIsDueAndThenNotEstablished() {
		histories.instrument("order/a", "2026-01-01").imposes("condition/a");
		condition("a", OBLIGATION).performance(ONCE).deadline("2026-02-01");
		assertThat(on("2026-02-01", "a").compliance()).isEqualTo(Compliance.DUE);
		assertThat(on("2026-02-02", "a").compliance()).isEqualTo(Compliance.NOT_ESTABLISHED);
		condition("a", OBLIGATION).found(MET, "2026-01-10").found(BREACHED, "2026-01-20");
		assertThat(on("2026-01-15", "a").compliance()).isEqualTo(Compliance.MET);
		assertThat(on("2026-01-20", "a").compliance()).isEqualTo(Compliance.BREACHED);
		condition("a", OBLIGATION).found(MET, "2026-01");
		assertThat(on("2026-01-15", "a").compliance()).isEqualTo(Compliance.NOT_ESTABLISHED);
		condition("a", PROHIBITION);
		assertThat(on("2026-01-15", "a").compliance()).isNull();
	}

	@Test
	void anAmendedDeadlineCounts() {
		histories.instrument("order/a", "2026-01-01").imposes("condition/a").has("effect/a");
		condition("a", OBLIGATION).deadline("2026-02-01");
		histories.effect("effect/a", AMENDS, "condition/a").sets("deadline", "2026-03-01");
		assertThat(on("2026-02-15", "a").compliance()).isEqualTo(Compliance.DUE);
	}

	@Test
	void aNormWaitsForWhatMustBeMetAndLapsesWithABreach() {
		histories.instrument("order/a", "2026-01-01").imposes("condition/leave", "condition/duty");
		condition("duty", OBLIGATION).found(MET, "2026-02-01").found(BREACHED, "2026-03-01");
		condition("leave", PERMISSION).onceMet("condition/duty").unlessBreached("condition/duty");
		assertThat(on("2026-01-31", "leave").state()).isEqualTo(State.NOT_YET);
		assertThat(on("2026-02-01", "leave").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-03-01", "leave").reason()).isEqualTo(EndReason.EXPIRED);
		assertThat(on("2026-03-01", "leave").causedBy()).extracting(Ref::id).containsExactly("condition/duty");
	}

	@Test
	void whatWaitsForAFindingWaitsForTheDayOfTheFinding() {
		histories.instrument("order/a", "2026-01-01").imposes("condition/leave", "condition/duty");
		condition("duty", OBLIGATION).performance(ONCE).found(MET, "2026-02-01", "2026-02-10", null);
		condition("leave", PERMISSION).onceMet("condition/duty");
		assertThat(on("2026-02-01", "duty").reason()).isEqualTo(EndReason.FULFILLED);
		assertThat(on("2026-02-09", "leave").state()).isEqualTo(State.NOT_YET);
		assertThat(on("2026-02-10", "leave").state()).isEqualTo(State.IN_FORCE);
	}

	@Test
	void anExceptionStandsBesideItsNormAndEndsWithIt() {
		histories.instrument("order/a", "2026-01-01").effective("2026-01-01", "2026-02-01").imposes("condition/ban");
		histories.instrument("order/b", "2026-01-05").imposes("condition/leave");
		condition("ban", PROHIBITION);
		condition("leave", PERMISSION).exceptionTo("condition/ban");
		assertThat(on("2026-01-10", "ban").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-01-10", "ban").exceptions()).extracting(Ref::id).containsExactly("condition/leave");
		assertThat(on("2026-01-10", "leave").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-02-01", "leave").reason()).isEqualTo(EndReason.EXPIRED);
		assertThat(on("2026-02-01", "ban").exceptions()).isEmpty();
	}

	@Test
	void theListIsOrderedByStateThenDayOfIssue() {
		histories.instrument("order/b", "2026-01-02").imposes("condition/b");
		histories.instrument("order/a", "2026-01-03").imposes("condition/a");
		histories.instrument("order/c", "2026-01-01").effective("2026-01-01", "2026-01-02").imposes("condition/c");
		for (String name : List.of("a", "b", "c")) {
			condition(name, PROHIBITION);
		}
		assertThat(histories.ask("model/m", "2026-02-01").conditions()).extracting(it -> it.condition().id())
				.containsExactly("condition/b", "condition/a", "condition/c");
	}
}
