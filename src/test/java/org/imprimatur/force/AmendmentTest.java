package org.imprimatur.force;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.force.Histories.find;
import static org.imprimatur.force.Histories.over;
import static org.imprimatur.force.Histories.period;
import static org.imprimatur.knowledge.Condition.Action.PROVIDE;
import static org.imprimatur.knowledge.Condition.Modality.OBLIGATION;
import static org.imprimatur.knowledge.Condition.Modality.PROHIBITION;
import static org.imprimatur.knowledge.Effect.EffectKind.AMENDS;
import static org.imprimatur.knowledge.Effect.EffectKind.REVOKES;
import static org.imprimatur.knowledge.Effect.EffectKind.SUSPENDS;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.imprimatur.force.assess.Assessments;
import org.imprimatur.force.assess.Conduct;
import org.imprimatur.force.assess.Permissibility;
import org.imprimatur.force.compare.Changes;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.derivation.EndReason;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.force.judge.Compliance;
import org.imprimatur.force.operation.Amendment;
import org.imprimatur.force.timeline.Timeline;
import org.imprimatur.force.timeline.TimelineEntry;
import org.imprimatur.force.timeline.TimelineKind;
import org.imprimatur.knowledge.Source.Reliability;
import org.imprimatur.time.EdtfDate;
import org.junit.jupiter.api.Test;

/** Every reader of what was amended has the amended value (design, "The rules of force", rule 2). */
class AmendmentTest {

	private final Histories histories = new Histories();

	AmendmentTest() {
		histories.company("company/maker", null).model("model/m").by("company/maker");
		histories.instrument("order/a", "2026-01-10").effective("2026-02-01", "2026-06-01").imposes("condition/a")
				.has("effect/a");
		histories.condition("condition/a", PROHIBITION, PROVIDE).scope(over("model/m")).borneBy("company/maker");
	}

	private Histories.EffectDraft amended(String day, String target, String field, String value) {
		histories.instrument("order/b", day).has("effect/b");
		return histories.effect("effect/b", AMENDS, target).sets(field, value);
	}

	private AppliedCondition on(String day) {
		return find(histories.ask("model/m", day), "condition/a");
	}

	private List<String> timeline(TimelineKind kind, String node) {
		return Timeline.of(histories.facts(), List.of("model/m")).stream()
				.filter(it -> it.kind() == kind && it.node().id().equals(node)).map(TimelineEntry::date)
				.flatMap(Stream::ofNullable).map(EdtfDate::text).toList();
	}

	@Test
	void whatIsPutOffBeforeItsDayBeginsLaterForEverybodyWhoReadsIt() {
		histories.instrument("order/old", "2026-01-01").imposes("condition/old");
		histories.condition("condition/old", PROHIBITION, PROVIDE).scope(over("model/m"));
		histories.effect("effect/a", REVOKES, "order/old");
		amended("2026-01-20", "order/a", "effective.start", "2026-03-01");
		assertThat(on("2026-02-15").state()).isEqualTo(State.NOT_YET);
		assertThat(on("2026-02-15").effective()).isEqualTo(period("2026-03-01", "2026-06-01"));
		assertThat(on("2026-01-15").effective()).isEqualTo(period("2026-02-01", "2026-06-01"));
		assertThat(on("2026-03-01").state()).isEqualTo(State.IN_FORCE);
		assertThat(find(histories.ask("model/m", "2026-02-28"), "condition/old").state()).isEqualTo(State.IN_FORCE);
		assertThat(find(histories.ask("model/m", "2026-03-01"), "condition/old").state()).isEqualTo(State.ENDED);
		assertThat(timeline(TimelineKind.TAKES_EFFECT, "order/a")).containsExactly("2026-03-01");
		assertThat(timeline(TimelineKind.CONDITION_STARTS, "condition/a")).containsExactly("2026-03-01");
		assertThat(timeline(TimelineKind.EFFECT, "effect/a")).containsExactly("2026-03-01");
		assertThat(Changes.between(histories.facts(), LocalDate.parse("2026-01-31"),
				new Question("model/m", LocalDate.parse("2026-03-31"), null, null)).changes())
				.extracting(it -> it.since().toString()).containsExactly("2026-03-01", "2026-03-01");
		assertThat(assess("2026-02-15")).isEqualTo(Permissibility.PROHIBITED);
		histories.instrument("order/old", "2026-01-01");
		assertThat(assess("2026-02-15")).isEqualTo(Permissibility.NOT_ADDRESSED);
		assertThat(assess("2026-03-01")).isEqualTo(Permissibility.PROHIBITED);
	}

	private Permissibility assess(String day) {
		return Assessments.of(histories.facts(), new Question("model/m", LocalDate.parse(day), null, null),
				new Conduct("company/maker", PROVIDE, null, null)).outcome();
	}

	@Test
	void whatIsPutOffAfterItsDayHadBegun() {
		histories.instrument("order/old", "2026-01-01").imposes("condition/old");
		histories.condition("condition/old", PROHIBITION, PROVIDE).scope(over("model/m"));
		histories.effect("effect/a", REVOKES, "order/old");
		amended("2026-02-10", "order/a", "effective.start", "2026-03-01");
		assertThat(on("2026-02-09").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-02-10").state()).isEqualTo(State.NOT_YET);
		assertThat(find(histories.ask("model/m", "2026-02-20"), "condition/old").state()).isEqualTo(State.ENDED);
		assertThat(timeline(TimelineKind.TAKES_EFFECT, "order/a")).containsExactly("2026-02-01");
		assertThat(timeline(TimelineKind.CONDITION_STARTS, "condition/a")).containsExactly("2026-02-01",
				"2026-03-01");
		assertThat(timeline(TimelineKind.CONDITION_ENDS, "condition/a")).containsExactly("2026-02-10", "2026-06-01");
		assertThat(Timeline.of(histories.facts(), List.of("model/m")))
				.filteredOn(it -> it.kind() == TimelineKind.CONDITION_ENDS).extracting(TimelineEntry::title)
				.contains(
						"“a”, under the order of 10 January 2026, ends: this order takes effect only on 1 March 2026.");
	}

	@Test
	void theEndMovesWithOrWithoutTheStart() {
		amended("2026-01-15", "order/a", "effective.end", "2026-03-01");
		assertThat(on("2026-02-15").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-02-15").amendments()).extracting(Amendment::field).containsExactly("effective.end");
		assertThat(on("2026-03-01").reason()).isEqualTo(EndReason.EXPIRED);
		amended("2026-01-15", "order/a", "effective", "2026-04-01");
		assertThat(on("2026-03-01").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-04-01").reason()).isEqualTo(EndReason.EXPIRED);
		amended("2026-01-15", "order/a", "effective", "2026-02-20/..");
		assertThat(on("2026-02-15").state()).isEqualTo(State.NOT_YET);
		assertThat(on("2030-01-01").state()).isEqualTo(State.IN_FORCE);
		amended("2026-01-15", "order/a", "effective.start", "..");
		assertThat(on("2026-01-15").state()).isEqualTo(State.IN_FORCE);
	}

	@Test
	void aConditionsPeriodDeadlineAndPenaltyAreShownAsAmended() {
		histories.condition("condition/a", OBLIGATION, PROVIDE).scope(over("model/m"))
				.during("2026-02-01", "2026-05-01").deadline("2026-03-01").penalty("1 million");
		amended("2026-02-10", "condition/a", "period.start", "2026-03-01");
		assertThat(on("2026-02-09").period()).isEqualTo(period("2026-02-01", "2026-05-01"));
		assertThat(on("2026-02-15").period()).isEqualTo(period("2026-03-01", "2026-05-01"));
		assertThat(on("2026-02-15").state()).isEqualTo(State.NOT_YET);
		amended("2026-02-10", "condition/a", "deadline", "2026-04-01");
		assertThat(on("2026-02-09").deadline()).hasToString("2026-03-01");
		assertThat(on("2026-02-10").deadline()).hasToString("2026-04-01");
		assertThat(on("2026-03-15").compliance()).isEqualTo(Compliance.DUE);
		assertThat(timeline(TimelineKind.DEADLINE, "condition/a")).containsExactly("2026-04-01");
		amended("2026-02-10", "condition/a", "penalty", "2 million");
		assertThat(on("2026-02-09").penalty()).isEqualTo("1 million");
		assertThat(on("2026-02-10").penalty()).isEqualTo("2 million");
	}

	@Test
	void aSuspensionCanBeProlonged() {
		histories.effect("effect/a", SUSPENDS, "condition/a").during("2026-02-01", "2026-03-01");
		amended("2026-02-10", "effect/a", "period.end", "2026-04-01");
		assertThat(on("2026-03-15").state()).isEqualTo(State.SUSPENDED);
		assertThat(on("2026-04-01").state()).isEqualTo(State.IN_FORCE);
		amended("2026-01-20", "effect/a", "period.start", "2026-02-15");
		assertThat(on("2026-02-14").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-02-15").state()).isEqualTo(State.SUSPENDED);
	}

	@Test
	void aDoubtfulAmendmentLeavesBothOpen() {
		histories.condition("condition/a", OBLIGATION, PROVIDE).scope(over("model/m")).deadline("2026-03-01")
				.penalty("1 million");
		amended("2026-01-20", "order/a", "effective.start", "2026-03-01").reported("2026-01-20", Reliability.WEAK);
		assertThat(on("2026-02-15").state()).isEqualTo(State.UNCERTAIN);
		assertThat(on("2026-02-15").effective().start()).hasToString("[2026-02-01..2026-03-01]");
		assertThat(timeline(TimelineKind.TAKES_EFFECT, "order/a")).containsExactly("[2026-02-01..2026-03-01]");
		amended("2026-01-20", "condition/a", "deadline", "2026-04-01").reported("2026-01-20", Reliability.WEAK);
		assertThat(on("2026-03-15").deadline()).hasToString("[2026-03-01..2026-04-01]");
		assertThat(on("2026-03-15").compliance()).isEqualTo(Compliance.NOT_ESTABLISHED);
		amended("2026-01-20", "condition/a", "penalty", "2 million").reported("2026-01-20", Reliability.WEAK);
		assertThat(on("2026-03-15").penalty()).isNull();
	}

	@Test
	void whatWasOnlyProposedGetsNoForceByAnAmendment() {
		histories.instrument("order/a", "2026-01-10").neverEffective().imposes("condition/a");
		amended("2026-01-20", "order/a", "effective.start", "2026-02-01");
		assertThat(on("2026-03-01")).returns(State.NOT_YET, AppliedCondition::state).returns(true,
				AppliedCondition::proposed);
	}
}
