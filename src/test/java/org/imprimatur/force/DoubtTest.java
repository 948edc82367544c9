package org.imprimatur.force;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.imprimatur.force.Histories.find;
import static org.imprimatur.force.Histories.over;
import static org.imprimatur.force.Histories.period;
import static org.imprimatur.knowledge.Condition.Action.PROVIDE;
import static org.imprimatur.knowledge.Condition.Action.REPORT;
import static org.imprimatur.knowledge.Condition.Modality.OBLIGATION;
import static org.imprimatur.knowledge.Condition.Modality.PROHIBITION;
import static org.imprimatur.knowledge.Condition.Outcome.BREACHED;
import static org.imprimatur.knowledge.Condition.Outcome.MET;
import static org.imprimatur.knowledge.Effect.EffectKind.ANNULS;
import static org.imprimatur.knowledge.Effect.EffectKind.REVOKES;

import java.util.List;
import org.imprimatur.force.derivation.EndReason;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.derivation.Step;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.force.judge.Compliance;
import org.imprimatur.force.record.Dispute;
import org.imprimatur.force.record.EvidenceKey;
import org.imprimatur.knowledge.Model.ModelKind;
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
		assertThat(applied.disputes()).containsExactly(new Dispute(new Ref<>("condition/ban"), "action", "provide",
				"EXPORT", List.of(new EvidenceKey("condition/ban", 0)),
				List.of(new EvidenceKey("condition/ban", 1), new EvidenceKey("condition/ban", 2))));
	}

	@Test
	void aFindingThatOnlyWeakSourcesTellOfEstablishesNothing() {
		ban.reported("2026-01-01").found(BREACHED, "2026-02-01", null, null,
				histories.passage("2026-02-02", Reliability.WEAK));
		assertThat(on("2026-03-01").compliance()).isEqualTo(Compliance.NOT_ESTABLISHED);
		assertThat(on("2026-03-01").derivation()).extracting(Step::statement)
				.contains("Only weak sources say that this prohibition was found breached on 1 February 2026.");
		ban.found(BREACHED, "2026-02-01", null, null, histories.passage("2026-02-02", Reliability.SECONDARY));
		assertThat(on("2026-03-01").compliance()).as("another finding of the same").isEqualTo(Compliance.BREACHED);
		ban.found(MET, "2026-02-10", null, null, histories.passage("2026-02-11", Reliability.SECONDARY),
				histories.dispute("2026-02-12"));
		assertThat(on("2026-03-01").compliance()).as("a later one is disputed").isEqualTo(Compliance.NOT_ESTABLISHED);
		assertThat(on("2026-02-09").compliance()).isEqualTo(Compliance.BREACHED);
		assertThat(on("2026-03-01").disputes()).containsExactly(new Dispute(new Ref<>("condition/ban"), "findings",
				"met on 10 February 2026", null, List.of(new EvidenceKey("condition/ban", 3)),
				List.of(new EvidenceKey("condition/ban", 4))));
	}

	@Test
	void doubtAboutOneReleaseLeavesTheOthersAlone() {
		histories.category("category/spring").test(ModelKind.MODEL, period("2026-03-01", "2026-06-01"), null);
		histories.category("category/new").test(ModelKind.MODEL, period("2026-03-01", null), null);
		ban.scope(over("category/spring"));
		histories.model("model/m").released("2026-04-01", null, histories.passage("2026-04-01", Reliability.PRIMARY))
				.released("2026-07-01", null, histories.passage("2026-07-01", Reliability.PRIMARY),
						histories.dispute("2026-07-02"));
		assertThat(on("2026-08-01").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-08-01").disputes()).extracting(Dispute::field, Dispute::value)
				.containsExactly(tuple("releases", "released on 1 July 2026"));
		histories.model("model/m").released("2026-02-01", null, histories.passage("2026-02-01", Reliability.WEAK))
				.released("2026-04-01", null, histories.passage("2026-04-01", Reliability.PRIMARY));
		assertThat(on("2026-08-01").state()).as("it may have been there in February").isEqualTo(State.UNCERTAIN);
		assertThat(on("2026-03-15").state()).isEqualTo(State.UNCERTAIN);
		ban.scope(over("category/new"));
		histories.model("model/m").released("[..2026-02-20]", null, histories.passage("2026-02-20", Reliability.WEAK));
		assertThat(on("2026-08-01").state()).as("no release is known").isEqualTo(State.UNCERTAIN);
		histories.model("model/m").released("[..2026-02-20]", null,
				histories.passage("2026-02-20", Reliability.SECONDARY));
		assertThat(histories.ask("model/m", "2026-08-01").conditions()).as("it was offered by then").isEmpty();
	}

	@Test
	void doubtAboutOneMembershipLeavesTheOthersAlone() {
		histories.model("model/n");
		histories.category("category/list").member("model/m", null, null).member("model/n", null, null,
				histories.passage("2026-01-01", Reliability.WEAK));
		ban.scope(over("category/list"));
		assertThat(on("2026-02-01").state()).isEqualTo(State.IN_FORCE);
		assertThat(find(histories.ask("model/n", "2026-02-01"), "condition/ban").state()).isEqualTo(State.UNCERTAIN);
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
