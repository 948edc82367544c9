package org.imprimatur.force;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.force.Histories.find;
import static org.imprimatur.force.Histories.over;
import static org.imprimatur.force.Histories.period;
import static org.imprimatur.knowledge.Condition.Action.EXPORT;
import static org.imprimatur.knowledge.Condition.Action.PAY;
import static org.imprimatur.knowledge.Condition.Action.REPORT;
import static org.imprimatur.knowledge.Condition.Modality.OBLIGATION;
import static org.imprimatur.knowledge.Condition.Modality.PROHIBITION;
import static org.imprimatur.knowledge.Condition.Outcome.BREACHED;
import static org.imprimatur.knowledge.Condition.Outcome.MET;
import static org.imprimatur.knowledge.Condition.Performance.ONCE;
import static org.imprimatur.knowledge.Effect.EffectKind.ANNULS;
import static org.imprimatur.knowledge.Effect.EffectKind.SUSPENDS;

import java.util.List;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.Level;
import org.imprimatur.force.derivation.EndReason;
import org.imprimatur.force.derivation.Rule;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.derivation.Step;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.force.judge.Compliance;
import org.imprimatur.force.record.EvidenceKey;
import org.imprimatur.knowledge.Event;
import org.imprimatur.knowledge.Event.EventKind;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Source.Reliability;
import org.jspecify.annotations.Nullable;
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
	void aFilingThatNothingHadReportedIsNotMentioned() {
		fine();
		histories.with(new Event("event/suit", "A suit", EventKind.FILING, Histories.date("2025-01-10"), null,
				List.of(),
				List.of(new Ref<>("order/fine")), List.of(histories.passage("2025-01-20", Reliability.SECONDARY))));
		assertThat(fine("2025-02-01", "2025-01-19").proceedings()).isEmpty();
		assertThat(fine("2025-02-01", "2025-01-20").proceedings()).containsExactly(new Ref<>("event/suit"));
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
		AppliedCondition before = find(histories.ask("model/chat", "2026-06-30", "2026-06-08", null), "condition/m");
		assertThat(before.state()).as("nothing said that it took effect").isEqualTo(State.NOT_YET);
		assertThat(before.proposed()).isTrue();
		assertThat(before.effective().start()).isNull();
		assertThat(find(histories.ask("model/chat", "2026-06-30", "2026-06-09", null), "condition/m").state())
				.isEqualTo(State.IN_FORCE);
		assertThat(find(histories.ask("model/chat", "2026-06-30", "2026-06-19", null), "condition/l").state())
				.as("its publication does not tell that it was met").isEqualTo(State.IN_FORCE);
		assertThat(find(histories.ask("model/chat", "2026-06-30", "2026-06-20", null), "condition/l").reason())
				.isEqualTo(EndReason.FULFILLED);
	}

	@Test
	void aWeakSourceOfLaterIsNotVouchedForByThePublication() {
		histories.instrument("letter/l", "2022-01-01").published("2022-01-02").imposes("condition/l");
		histories.condition("condition/l", OBLIGATION, REPORT).scope(over("model/chat")).reported("2024-01-01",
				Reliability.WEAK);
		assertThat(histories.ask("model/chat", "2023-06-01", "2023-06-01", null).conditions()).isEmpty();
		assertThat(find(histories.ask("model/chat", "2023-06-01", "2024-06-01", null), "condition/l").state())
				.isEqualTo(State.UNCERTAIN);
	}

	@Test
	void whatHadNotBeenReportedIsUnknownAndNotEmpty() {
		histories.company("company/c", null).company("company/d", null);
		histories.model("model/chat").by("company/c");
		histories.instrument("letter/l", "2026-06-01").published("2026-06-01").imposes("condition/l");
		histories.condition("condition/l", OBLIGATION, REPORT).scope(over("model/chat")).borneBy("company/d")
				.during(null, "2026-06-15").reported("2026-06-01").reported("2026-07-01", "bearers", "period");
		ConditionSet before = histories.ask("model/chat", "2026-06-20", "2026-06-20", null);
		assertThat(find(before, "condition/l").possible()).containsExactly(State.ENDED, State.IN_FORCE);
		assertThat(find(before, "condition/l").period()).isNull();
		assertThat(find(before, "condition/l").derivation()).extracting(Step::statement)
				.contains("When this duty expires had not been reported yet.");
		assertThat(before.standing().possible()).containsExactly(Level.CONDITIONAL, Level.OTHERS_BOUND,
				Level.NONE_KNOWN);
	}

	@Test
	void aBreachIsKnownOnceItsFindingIs() {
		histories.instrument("order/o", "2022-01-01").published("2022-01-02").imposes("condition/duty");
		histories.condition("condition/duty", OBLIGATION, REPORT).scope(over("model/chat")).performance(ONCE)
				.deadline("2022-03-01").found(BREACHED, "2023-04-13").reported("2022-01-02")
				.reported("2023-05-10", "findings");
		assertThat(find(histories.ask("model/chat", "2023-04-20", "2023-04-20", null), "condition/duty").compliance())
				.isEqualTo(Compliance.NOT_ESTABLISHED);
		AppliedCondition later = find(histories.ask("model/chat", "2023-04-20", "2023-05-10", null), "condition/duty");
		assertThat(later.compliance()).isEqualTo(Compliance.BREACHED);
		assertThat(later.derivation()).filteredOn(it -> it.rule() == Rule.FINDING).extracting(Step::statement)
				.containsExactly("This duty was found breached on 13 April 2023.");
	}

	@Test
	void aFindingCountsFromItsOwnEvidenceOrFromItsAct() {
		histories.instrument("order/o", "2022-01-01").published("2022-01-02").imposes("condition/duty");
		var duty = histories.condition("condition/duty", OBLIGATION, REPORT).scope(over("model/chat"))
				.performance(ONCE).deadline("2022-03-01").reported("2022-01-02");
		duty.found(BREACHED, "2022-03-02", "2023-04-13", null, histories.passage("2023-05-10", Reliability.PRIMARY));
		assertThat(compliance("2023-04-20", "2023-05-09")).isEqualTo(Compliance.NOT_ESTABLISHED);
		assertThat(compliance("2023-04-20", "2023-05-10")).isEqualTo(Compliance.BREACHED);
		assertThat(compliance("2022-03-02", "2023-05-10")).as("since when it was").isEqualTo(Compliance.BREACHED);
		assertThat(compliance("2022-03-01", "2023-05-10")).isEqualTo(Compliance.DUE);
		assertThat(find(histories.ask("model/chat", "2023-04-20"), "condition/duty").derivation())
				.filteredOn(it -> it.rule() == Rule.FINDING).singleElement().satisfies(it -> {
					assertThat(it.statement()).isEqualTo(
							"This duty was found breached on 13 April 2023, since 2 March 2022.");
					assertThat(it.evidence()).containsExactly(new EvidenceKey("condition/duty", 1));
				});
		duty.found(MET, "2024-02-01", null, "ruling/r", histories.passage("2024-03-01", Reliability.SECONDARY));
		histories.instrument("ruling/r", "2024-02-01").published("2024-02-02");
		assertThat(compliance("2024-02-10", "2024-02-01")).isEqualTo(Compliance.BREACHED);
		assertThat(compliance("2024-02-10", "2024-02-02")).as("its act was published").isEqualTo(Compliance.MET);
	}

	@Test
	void aWeakSourceOfAnActDoesNotLetItsPublicationTellOfAFinding() {
		histories.instrument("order/o", "2022-01-01").published("2022-01-02").imposes("condition/duty");
		histories.instrument("ruling/r", "2024-02-01").published("2024-02-02");
		histories.condition("condition/duty", OBLIGATION, REPORT).scope(over("model/chat")).reported("2022-01-02")
				.found(BREACHED, "2024-02-01", null, "ruling/r", histories.passage("2024-03-01", Reliability.WEAK));
		assertThat(find(histories.ask("model/chat", "2024-02-10", "2024-02-20", null), "condition/duty").derivation())
				.extracting(Step::rule).doesNotContain(Rule.FINDING);
		assertThat(compliance("2024-02-10", "2024-03-01")).isEqualTo(Compliance.NOT_ESTABLISHED);
	}

	private @Nullable Compliance compliance(String asOf, String reportedBy) {
		return find(histories.ask("model/chat", asOf, reportedBy, null), "condition/duty").compliance();
	}

	@Test
	void releasesAndMembershipsAreReportedOneByOne() {
		histories.category("category/new").test(null, period("2026-01-01", "2026-03-01"), null)
				.member("model/chat", period("2026-05-01", null), null,
						histories.passage("2026-06-01", Reliability.SECONDARY));
		histories.model("model/chat").released("2026-04-01", null, histories.passage("2026-04-01", Reliability.PRIMARY))
				.released("2026-02-01", null, histories.passage("2026-07-01", Reliability.PRIMARY));
		histories.instrument("letter/l", "2026-01-01").published("2026-01-01").imposes("condition/l");
		histories.condition("condition/l", OBLIGATION, REPORT).scope(over("category/new"));
		assertThat(histories.ask("model/chat", "2026-06-10", "2026-05-31", null).conditions()).isEmpty();
		assertThat(histories.ask("model/chat", "2026-06-10", "2026-06-01", null).conditions()).hasSize(1);
		assertThat(histories.ask("model/chat", "2026-04-10", "2026-06-01", null).conditions()).isEmpty();
		assertThat(histories.ask("model/chat", "2026-04-10", "2026-07-01", null).conditions()).hasSize(1);
	}

	@Test
	void theTextOfAnInstrumentCountsFromItsPublicationWhereverItWasRead() {
		histories.instrument("letter/l", "2026-03-03").published("2026-03-05").imposes("condition/l")
				.reported("2026-03-05", "issued").told("[2026-03-05..2026-09-18]", "letter/l", "effective");
		histories.condition("condition/l", OBLIGATION, REPORT).scope(over("model/chat"))
				.told("[2026-03-05..2026-09-18]", "letter/l", "scope");
		AppliedCondition read = find(histories.ask("model/chat", "2026-03-05", "2026-03-05", null), "condition/l");
		assertThat(read.state()).isEqualTo(State.IN_FORCE);
		assertThat(read.derivation().getFirst().evidence()).as("what it rests on is shown")
				.contains(new EvidenceKey("condition/l", 0));
		assertThat(histories.ask("model/chat", "2026-03-05", "2026-03-04", null).conditions()).isEmpty();
		histories.condition("condition/l", OBLIGATION, REPORT).scope(over("model/chat")).reported("2026-03-05")
				.told("[2026-03-05..2026-09-18]", "letter/m", "scope");
		assertThat(find(histories.ask("model/chat", "2026-03-05", "2026-03-05", null), "condition/l").state())
				.as("a text of something else").isEqualTo(State.UNCERTAIN);
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
