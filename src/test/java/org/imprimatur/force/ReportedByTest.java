package org.imprimatur.force;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.force.Histories.find;
import static org.imprimatur.force.Histories.over;
import static org.imprimatur.knowledge.Condition.Action.EXPORT;
import static org.imprimatur.knowledge.Condition.Action.PAY;
import static org.imprimatur.knowledge.Condition.Action.REPORT;
import static org.imprimatur.knowledge.Condition.Modality.OBLIGATION;
import static org.imprimatur.knowledge.Condition.Modality.PROHIBITION;
import static org.imprimatur.knowledge.Condition.Outcome.MET;
import static org.imprimatur.knowledge.Condition.Performance.ONCE;
import static org.imprimatur.knowledge.Effect.EffectKind.ANNULS;
import static org.imprimatur.knowledge.Effect.EffectKind.SUSPENDS;

import org.imprimatur.force.derivation.EndReason;
import org.imprimatur.force.derivation.Rule;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.derivation.Step;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.knowledge.Ref;
import org.junit.jupiter.api.Test;

/** Design, "The rules of force", rule 8, and its two clocks (design, "Three clocks"). */
class ReportedByTest {

	private final Histories histories = new Histories();

	ReportedByTest() {
		histories.model("model/chat");
	}

	private void fine() {
		histories.instrument("order/fine", "2024-11-02").published("2024-12-20").imposes("condition/fine");
		histories.condition("condition/fine", OBLIGATION, PAY).scope(over("model/chat"));
		histories.instrument("ruling/stay", "2025-03-21").published("2025-03-21").has("effect/stay");
		histories.effect("effect/stay", SUSPENDS, "order/fine").during("2025-03-21", "2026-03-18");
		histories.instrument("ruling/annulment", "2026-03-18").published("2026-03-18").has("effect/annulment");
		histories.effect("effect/annulment", ANNULS, "order/fine");
	}

	private AppliedCondition fine(String asOf, String reportedBy) {
		return find(histories.ask("model/chat", asOf, reportedBy, null), "condition/fine");
	}

	@Test
	void aFineOf2024SuspendedIn2025AndAnnulledIn2026OnBothClocks() {
		fine();
		AppliedCondition now = find(histories.ask("model/chat", "2025-02-01"), "condition/fine");
		assertThat(now.state()).isEqualTo(State.ENDED);
		assertThat(now.reason()).isEqualTo(EndReason.ANNULLED);
		assertThat(now.causedBy()).extracting(Ref::id).containsExactly("effect/annulment", "ruling/annulment");
		assertThat(fine("2025-02-01", "2025-02-01").state()).isEqualTo(State.IN_FORCE);
		assertThat(fine("2025-04-01", "2025-04-01").state()).isEqualTo(State.SUSPENDED);
		assertThat(fine("2026-04-01", "2025-04-01").state()).isEqualTo(State.IN_FORCE);
		assertThat(fine("2025-02-01", "2026-03-18").reason()).isEqualTo(EndReason.ANNULLED);
	}

	@Test
	void anAnnulmentThatIsItselfSuspendedInTheEndDoesNotReachBack() {
		fine();
		histories.instrument("ruling/appeal", "2026-05-01").published("2026-05-01").has("effect/appeal");
		histories.effect("effect/appeal", SUSPENDS, "ruling/annulment");
		assertThat(fine("2025-02-01", "2026-06-01").state()).isEqualTo(State.IN_FORCE);
		assertThat(fine("2026-04-01", "2026-06-01").reason()).isEqualTo(EndReason.ANNULLED);
		assertThat(fine("2026-05-01", "2026-06-01").state()).isEqualTo(State.IN_FORCE);
	}

	@Test
	void aLetterFirstReportedTheDayAfterIsNoPartOfTheRecordBefore() {
		histories.instrument("letter/l", "2026-06-26").imposes("condition/l").reported("2026-06-27");
		histories.condition("condition/l", PROHIBITION, EXPORT).scope(over("model/chat")).reported("2026-06-27");
		assertThat(histories.ask("model/chat", "2026-06-26", "2026-06-26", null).conditions()).isEmpty();
		assertThat(histories.ask("model/chat", "2026-06-26", "2026-06-27", null).conditions()).hasSize(1);
	}

	@Test
	void fieldsAreAdmittedOneByOne() {
		histories.instrument("letter/l", "2026-06-01").published("2026-06-01").imposes("condition/l");
		histories.condition("condition/l", OBLIGATION, REPORT).scope(over("model/chat")).found(MET, "2026-06-10")
				.performance(ONCE).reported("2026-06-20", "findings");
		histories.instrument("letter/m", "2026-06-01").imposes("condition/m")
				.reported("2026-06-05", "issued", "imposes")
				.reported("2026-06-09", "effective");
		histories.condition("condition/m", OBLIGATION, REPORT).scope(over("model/chat")).reported("2026-06-05");
		assertThat(histories.ask("model/chat", "2026-06-30", "2026-06-08", null).conditions()).hasSize(1);
		assertThat(histories.ask("model/chat", "2026-06-30", "2026-06-09", null).conditions()).hasSize(2);
	}

	@Test
	void anUncertainDayOfPublicationLeavesItUncertain() {
		histories.instrument("letter/l", "2026-06-01").published("2026-06").imposes("condition/l");
		histories.condition("condition/l", OBLIGATION, REPORT).scope(over("model/chat"));
		AppliedCondition applied = find(histories.ask("model/chat", "2026-06-20", "2026-06-20", null), "condition/l");
		assertThat(applied.state()).isEqualTo(State.UNCERTAIN);
		assertThat(applied.derivation()).extracting(Step::rule).contains(Rule.REPORT);
	}

	@Test
	void whoseAModelIsNeedsNoReport() {
		histories.company("company/c", null);
		histories.model("model/chat").by("company/c").reported("2026-06-10");
		histories.instrument("letter/l", "2026-06-01").published("2026-06-01").imposes("condition/c");
		histories.condition("condition/c", OBLIGATION, REPORT).scope(over("company/c"));
		assertThat(histories.ask("model/chat", "2026-06-30", "2026-06-09", null).conditions()).hasSize(1);
	}
}
