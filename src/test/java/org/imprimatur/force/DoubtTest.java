package org.imprimatur.force;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.force.Histories.find;
import static org.imprimatur.force.Histories.over;
import static org.imprimatur.knowledge.Condition.Action.PROVIDE;
import static org.imprimatur.knowledge.Condition.Action.REPORT;
import static org.imprimatur.knowledge.Condition.Modality.OBLIGATION;
import static org.imprimatur.knowledge.Condition.Modality.PROHIBITION;
import static org.imprimatur.knowledge.Condition.Outcome.MET;
import static org.imprimatur.knowledge.Effect.EffectKind.ANNULS;
import static org.imprimatur.knowledge.Effect.EffectKind.REVOKES;

import java.util.List;
import org.imprimatur.force.derivation.EndReason;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.force.record.Dispute;
import org.imprimatur.force.record.EvidenceKey;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Source.Reliability;
import org.junit.jupiter.api.Test;

/** Design, "The rules of force", rule 4. */
class DoubtTest {

	private final Histories histories = new Histories();
	private final Histories.ConditionDraft ban;

	DoubtTest() {
		histories.model("model/m");
		histories.instrument("order/a", "2026-01-01").imposes("condition/ban");
		ban = histories.condition("condition/ban", PROHIBITION, PROVIDE).scope(over("model/m"));
	}

	private AppliedCondition on(String day) {
		return find(histories.ask("model/m", day), "condition/ban");
	}

	@Test
	void aDateKnownToTheMonthIsUncertainWithinTheMonth() {
		histories.instrument("order/b", "2026-03").has("effect/b");
		histories.effect("effect/b", REVOKES, "order/a");
		assertThat(on("2026-02-28").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-03-15").state()).isEqualTo(State.UNCERTAIN);
		assertThat(on("2026-03-15").possible()).containsExactlyInAnyOrder(State.ENDED, State.IN_FORCE);
		assertThat(on("2026-03-31").reason()).isEqualTo(EndReason.REVOKED);
	}

	@Test
	void whatOnlyWeakSourcesSupportIsAtMostUncertain() {
		ban.reported("2026-01-01", Reliability.WEAK);
		assertThat(on("2026-02-01").state()).isEqualTo(State.UNCERTAIN);
		assertThat(on("2026-02-01").possible()).containsExactly(State.IN_FORCE);
		ban.generated("2026-01-02");
		assertThat(on("2026-02-01").state()).as("what a machine wrote is weak").isEqualTo(State.UNCERTAIN);
		ban.reported("2026-01-02", Reliability.SECONDARY);
		assertThat(on("2026-02-01").state()).isEqualTo(State.IN_FORCE);
	}

	@Test
	void aDoubtfulRevocationMakesTheNormUncertain() {
		histories.instrument("order/b", "2026-03-01").has("effect/b").disputed("2026-03-02", null);
		histories.effect("effect/b", REVOKES, "order/a");
		assertThat(on("2026-03-05").state()).isEqualTo(State.UNCERTAIN);
		assertThat(on("2026-03-05").causedBy()).extracting(Ref::id).containsExactly("effect/b", "order/b");
		assertThat(on("2026-03-05").disputes()).singleElement().satisfies(it -> {
			assertThat(it.entity().id()).isEqualTo("order/b");
			assertThat(it.field()).isNull();
		});
	}

	@Test
	void aDisputedValueCountsAsRecordedAndTheDisputeIsShown() {
		ban.reported("2026-01-01").disputed("2026-01-02", "EXPORT", "action").disputed("2026-01-03", "EXPORT",
				"action");
		AppliedCondition applied = on("2026-02-01");
		assertThat(applied.state()).isEqualTo(State.IN_FORCE);
		assertThat(applied.disputes()).containsExactly(new Dispute(new Ref<>("condition/ban"), "action", "PROVIDE",
				"EXPORT", List.of(new EvidenceKey("condition/ban", 0)),
				List.of(new EvidenceKey("condition/ban", 1), new EvidenceKey("condition/ban", 2))));
	}

	@Test
	void anUncertainIssueOrAnUncertainReasonIsSaid() {
		histories.instrument("order/a", "2026-03").effective(null, null).imposes("condition/ban");
		assertThat(on("2026-03-15").state()).isEqualTo(State.UNCERTAIN);
		histories.instrument("order/a", "2026-01-01").effective("2026-01-01", "2026-04-01").imposes("condition/ban");
		histories.instrument("order/b", "2026-03").effective("[2026-03-01..2026-04-30]", null).has("effect/b");
		histories.effect("effect/b", REVOKES, "order/a").during("2026-03", null);
		assertThat(on("2026-04-02").state()).isEqualTo(State.ENDED);
	}

	@Test
	void anAnnulmentThatWaitsForADoubtfulDutyMayNeverCome() {
		histories.instrument("ruling/r", "2026-03-01").imposes("condition/duty").has("effect/r");
		histories.condition("condition/duty", OBLIGATION, REPORT).found(MET, "2026-03-02").reported("2026-03-02",
				Reliability.WEAK);
		histories.effect("effect/r", ANNULS, "order/a").onceMet("condition/duty");
		assertThat(on("2026-02-01").possible()).containsExactlyInAnyOrder(State.ENDED, State.IN_FORCE);
		assertThat(on("2026-04-01").possible()).containsExactlyInAnyOrder(State.ENDED, State.IN_FORCE);
	}
}
