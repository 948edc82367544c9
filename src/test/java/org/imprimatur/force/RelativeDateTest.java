package org.imprimatur.force;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.force.Histories.find;
import static org.imprimatur.force.Histories.over;
import static org.imprimatur.knowledge.Condition.Action.REPORT;
import static org.imprimatur.knowledge.Condition.Modality.OBLIGATION;
import static org.imprimatur.knowledge.Condition.Outcome.MET;
import static org.imprimatur.knowledge.Effect.EffectKind.AMENDS;
import static org.imprimatur.knowledge.Effect.EffectKind.SUSPENDS;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.imprimatur.force.compare.Changes;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.derivation.EndReason;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.derivation.Step;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.force.judge.Compliance;
import org.imprimatur.force.timeline.Timeline;
import org.imprimatur.force.timeline.TimelineEntry;
import org.imprimatur.force.timeline.TimelineKind;
import org.imprimatur.knowledge.Condition.Performance;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Source.Reliability;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/** Dates that are counted from others (design, "The domain"). */
class RelativeDateTest {

	private final Histories histories = new Histories();

	RelativeDateTest() {
		histories.model("model/m");
		histories.instrument("order/a", "2026-01-10").effective("2026-02-01", null).published("2026-01-10")
				.imposes("condition/a");
	}

	private Histories.ConditionDraft condition() {
		return histories.condition("condition/a", OBLIGATION, REPORT).scope(over("model/m"))
				.performance(Performance.CONTINUING);
	}

	private AppliedCondition on(String day) {
		return on(day, null);
	}

	private AppliedCondition on(String day, @Nullable String reportedBy) {
		return find(histories.ask("model/m", day, reportedBy, null), "condition/a");
	}

	@Test
	void aPeriodEndsFiveYearsAfterEntryIntoForce() {
		condition().endsAfter("5 years", "order/a", "effective.start");
		assertThat(on("2031-01-31").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2031-01-31").period()).isEqualTo(Histories.period(null, "2031-02-01"));
		assertThat(on("2031-02-01").reason()).isEqualTo(EndReason.EXPIRED);
		assertThat(on("2031-02-01").derivation()).extracting(Step::statement)
				.contains("This duty expired at the end of 31 January 2031.");
		assertThat(timeline(TimelineKind.CONDITION_ENDS)).containsExactly("2031-02-01");
		assertThat(Changes.between(histories.facts(), LocalDate.parse("2030-01-01"),
				new Question("model/m", LocalDate.parse("2032-01-01"), null, null)).changes())
				.extracting(it -> it.since().toString()).containsExactly("2031-02-01");
	}

	@Test
	void whatIsCountedFromMovesWithItsAmendment() {
		condition().endsAfter("30 days", "order/a", "effective.start").dueAfter("2 weeks", "order/a",
				"effective.start");
		histories.instrument("order/b", "2026-01-20").has("effect/b");
		histories.effect("effect/b", AMENDS, "order/a").sets("effective.start", "2026-03-01");
		assertThat(on("2026-01-19").period()).isEqualTo(Histories.period(null, "2026-03-03"));
		assertThat(on("2026-03-30").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-03-31").reason()).isEqualTo(EndReason.EXPIRED);
		assertThat(on("2026-03-15").compliance()).isEqualTo(Compliance.DUE);
		assertThat(on("2026-03-16").compliance()).isEqualTo(Compliance.NOT_ESTABLISHED);
		assertThat(timeline(TimelineKind.CONDITION_ENDS)).containsExactly("2026-03-31");
		assertThat(timeline(TimelineKind.DEADLINE)).containsExactly("2026-03-15");
		histories.effect("effect/b", AMENDS, "condition/a").sets("deadline", "2026-12-31");
		assertThat(on("2026-03-01").compliance()).as("what is counted can be amended itself").isEqualTo(Compliance.DUE);
	}

	@Test
	void anActLosesItsForceSoLongAfterEntryIntoIt() {
		condition();
		histories.instrument("order/a", "2026-01-10").effective("2026-02-01", null)
				.endsAfter("5 years", "order/a", "effective.start").imposes("condition/a");
		assertThat(on("2031-01-31").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2031-01-31").effective()).isEqualTo(Histories.period("2026-02-01", "2031-02-01"));
		assertThat(on("2031-02-01").reason()).isEqualTo(EndReason.EXPIRED);
		assertThat(on("2031-02-01").derivation()).extracting(Step::statement)
				.contains("This order expired at the end of 31 January 2031.");
		assertThat(timeline(TimelineKind.EXPIRES)).containsExactly("2031-02-01");
		assertThat(timeline(TimelineKind.CONDITION_ENDS)).containsExactly("2031-02-01");
	}

	@Test
	void aSuspensionEndsSoLongAfterItsOrder() {
		condition();
		histories.instrument("order/b", "2026-02-20").effective("2026-03-01", null).has("effect/b");
		histories.effect("effect/b", SUSPENDS, "condition/a").endsAfter("30 days", "order/b", "effective.start");
		assertThat(on("2026-02-28").state()).isEqualTo(State.IN_FORCE);
		assertThat(on("2026-03-30").state()).isEqualTo(State.SUSPENDED);
		assertThat(on("2026-03-31").state()).isEqualTo(State.IN_FORCE);
		assertThat(Changes.days(histories.facts(), LocalDate.parse("2026-03-02"), LocalDate.parse("2026-06-01")))
				.contains(LocalDate.parse("2026-03-31"));
	}

	@Test
	void businessDaysAreUncertainByTheirHolidays() {
		condition().dueAfter("10 business days", "order/a", "effective.start");
		assertThat(on("2026-02-02").deadline()).hasToString("[2026-02-13..2026-02-24]");
		assertThat(on("2026-02-13").compliance()).isEqualTo(Compliance.DUE);
		assertThat(on("2026-02-14").compliance()).isEqualTo(Compliance.NOT_ESTABLISHED);
	}

	@Test
	void whatIsCountedFromWhatHasNoDateNeverComes() {
		condition().dueAfter("10 days", "condition/notice", "met").endsAfter("20 days", "condition/notice", "met");
		Histories.ConditionDraft notice = histories.condition("condition/notice", OBLIGATION, REPORT)
				.scope(over("model/m"));
		histories.instrument("order/b", "2026-01-10").imposes("condition/notice");
		assertThat(on("2030-01-01")).returns(State.IN_FORCE, AppliedCondition::state)
				.returns(Compliance.DUE, AppliedCondition::compliance).returns(null, AppliedCondition::deadline);
		assertThat(timeline(TimelineKind.DEADLINE)).isEmpty();
		notice.found(MET, "2026-03-01");
		assertThat(on("2026-03-12")).returns(State.IN_FORCE, AppliedCondition::state)
				.returns(Compliance.NOT_ESTABLISHED, AppliedCondition::compliance);
		assertThat(on("2026-03-21").causedBy()).extracting(Ref::id).containsExactly("condition/notice");
		histories.instrument("order/a", "2026-01-10").neverEffective().imposes("condition/a");
		condition().dueAfter("10 days", "order/a", "effective.start");
		assertThat(on("2030-01-01").deadline()).isNull();
	}

	@Test
	void whatIsCountedFromCountsFromWhenItWasReported() {
		condition().dueAfter("10 days", "order/a", "effective.start").endsAfter("20 days", "order/a",
				"effective.start");
		histories.instrument("order/a", "2026-01-10").effective("2026-02-01", null).imposes("condition/a")
				.reported("2026-01-10").reported("2026-03-01", Reliability.WEAK, "effective")
				.reported("2026-03-01", Reliability.WEAK, "effective");
		condition().dueAfter("10 days", "order/a", "effective.start").endsAfter("20 days", "order/a",
				"effective.start").reported("2026-01-10");
		assertThat(on("2026-06-01", "2026-02-01")).as("what had been reported was a proposal")
				.returns(State.NOT_YET, AppliedCondition::state).returns(null, AppliedCondition::deadline);
		histories.instrument("order/a", "2026-01-10").effective("2026-02-01", null).published("2026-01-10")
				.imposes("condition/a");
		condition().dueAfter("10 days", "order/a", "effective.start").endsAfter("20 days", "order/a",
				"effective.start").reported("2026-01-10").reported("2026-03-01", "deadlineAfter", "endsAfter");
		assertThat(on("2026-06-01", "2026-02-01")).as("how long it holds had not been reported")
				.returns(State.UNCERTAIN, AppliedCondition::state).returns(null, AppliedCondition::deadline);
		assertThat(on("2026-06-01", "2026-03-01").reason()).isEqualTo(EndReason.EXPIRED);
	}

	@Test
	void whatIsCountedFromItselfCanBeAnyDay() {
		condition().endsAfter("10 days", "condition/a", "period.end");
		assertThat(on("2026-06-01").state()).isEqualTo(State.UNCERTAIN);
	}

	private List<String> timeline(TimelineKind kind) {
		return Timeline.of(histories.facts(), List.of("model/m")).stream()
				.filter(it -> it.kind() == kind && Set.of("condition/a", "order/a").contains(it.node().id()))
				.map(TimelineEntry::date).map(String::valueOf).toList();
	}
}
