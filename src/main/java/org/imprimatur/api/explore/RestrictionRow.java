package org.imprimatur.api.explore;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.force.derivation.EndReason;
import org.imprimatur.force.derivation.Reach;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.derivation.Verdict;
import org.imprimatur.force.restriction.BoundParties;
import org.imprimatur.force.restriction.DayCount;
import org.imprimatur.force.restriction.Restriction;
import org.imprimatur.force.restriction.RestrictionKind;
import org.imprimatur.knowledge.Concern;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Model.Release;
import org.imprimatur.knowledge.Party;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;

/** A restriction with how it stands on a day, and with what is recorded of the norm and its act. */
record RestrictionRow(Ref<Model> model, @Nullable EdtfDate released, RestrictionKind kind, Ref<Condition> condition,
		Ref<Instrument> instrument,
		List<Ref<Party>> issuedBy, List<Ref<Concern>> concerns, List<String> territory, Reach reach,
		List<Ref<Entity>> via, BoundParties bound, @Nullable EdtfDate start, @Nullable EdtfDate end,
		List<Period> periods, List<Period> suspensions, DayCount days, List<Ref<Condition>> exceptions,
		boolean certain, State state, Set<State> possible, @Nullable EndReason reason, boolean doubtful,
		@Nullable EdtfDate through, boolean beyondCoverage) {

	// What no longer reaches the model restricts it no more.
	private static final Set<State> ENDED = Set.of(State.ENDED);

	/**
	 * @param verdict how it stands on the day; absent if it no longer reaches the model
	 */
	static RestrictionRow of(Restriction it, Facts facts, @Nullable Verdict verdict, LocalDate day) {
		Model model = facts.find(it.model(), Model.class).orElseThrow();
		Condition norm = facts.find(it.condition(), Condition.class).orElseThrow();
		Instrument act = facts.find(it.instrument(), Instrument.class).orElseThrow();
		return new RestrictionRow(it.model(), model.releases().stream().map(Release::date)
				.min(Comparator.comparing(EdtfDate::earliest)).orElse(null), it.kind(), it.condition(), it.instrument(),
				act.issuedBy(),
				concerns(act).toList(), norm.scope().territory(), it.reach(), it.via(), it.bound(),
				it.periods().getFirst().start(), it.periods().getLast().end(), it.periods(), it.suspensions(),
				it.days(), it.exceptions(), it.sureFrom() != null && !it.sureFrom().isAfter(day),
				verdict == null ? State.ENDED : verdict.state(), verdict == null ? ENDED : verdict.possible(),
				verdict == null ? null : verdict.reason(), verdict != null && verdict.doubtful(), it.through(),
				beyond(day, it.through()));
	}

	/** Whether the day lies after the last of which the sources can tell, or they can tell of none. */
	static boolean beyond(LocalDate day, @Nullable EdtfDate through) {
		return through == null || day.isAfter(through.earliest());
	}

	private static Stream<Ref<Concern>> concerns(Instrument act) {
		return act.motivatedBy().stream().filter(it -> Kind.ofId(it.id()) == Kind.CONCERN)
				.map(it -> new Ref<Concern>(it.id()));
	}
}
