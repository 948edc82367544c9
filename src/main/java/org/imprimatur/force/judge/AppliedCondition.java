package org.imprimatur.force.judge;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.imprimatur.force.derivation.EndReason;
import org.imprimatur.force.derivation.Reach;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.derivation.Step;
import org.imprimatur.force.derivation.Verdict;
import org.imprimatur.force.operation.Amendment;
import org.imprimatur.force.record.Dispute;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Event;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * One condition that reaches the model, as it stands on the day.
 *
 * @param condition the condition
 * @param instrument the instrument that imposes it
 * @param verdict how it reaches the model, and in which state it is
 * @param via what gave reach, from the model to what the scope names: the model, a company, a category
 * @param territory where it was judged: the territory asked, else one where it is strictest; {@code null} if that is
 *     everywhere
 * @param period its own period, as amended on the day; {@code null} if that is its instrument's
 * @param effective its instrument's effective period, as amended on the day; without days if it was proposed
 * @param proposed whether its instrument was proposed, and nothing says, or had been reported to say, that it took
 *     effect
 * @param deadline the last day to meet it, as amended on the day
 * @param penalty what a breach can cost, as amended on the day; {@code null} where it is uncertain what was amended
 * @param causedBy the effects with their instruments, or the conditions, that brought the state about
 * @param compliance whether a duty was met; absent for what is no duty, or ended before it was met
 * @param exceptions the permissions that carve out of this norm and reach the model, in force or possibly so
 * @param amendments the amendments of it or of its instrument that operate on the day, or may
 * @param disputes what is disputed of anything that the derivation rests on
 * @param proceedings the filings, hearings, appeals and remittals by the day, oldest first, that are about it, its
 *     instrument or an act that the derivation rests on; they change no state
 * @param derivation why: the steps that replay to the verdict
 */
public record AppliedCondition(Ref<Condition> condition, Ref<Instrument> instrument, Verdict verdict,
		List<Ref<Entity>> via, @Nullable String territory, @Nullable Period period, Period effective, boolean proposed,
		@Nullable EdtfDate deadline, @Nullable String penalty, List<Ref<Entity>> causedBy,
		@Nullable Compliance compliance, List<Ref<Condition>> exceptions,
		List<Amendment> amendments, List<Dispute> disputes, List<Ref<Event>> proceedings, List<Step> derivation) {

	/** The same in a place, with the permissions that carve out of it there. */
	AppliedCondition in(@Nullable String place, List<Ref<Condition>> carvingOut) {
		return new AppliedCondition(condition, instrument, verdict, via, place, period, effective, proposed, deadline,
				penalty, causedBy, compliance, carvingOut, amendments, disputes, proceedings, derivation);
	}

	/** What tells it from the others of its set. */
	public Imposed imposed() {
		return new Imposed(condition, instrument);
	}

	/** How it reaches the model. */
	public Reach reach() {
		return verdict.reach();
	}

	/** Its state. */
	public State state() {
		return verdict.state();
	}

	/** Whether it has surely ended, while it is in doubt that it ever existed or reached the model. */
	public boolean doubtful() {
		return verdict.doubtful();
	}

	/** Why it ended, if it did and the reason is certain. */
	public @Nullable EndReason reason() {
		return verdict.reason();
	}

	/** The states that it may be in; one unless uncertain. */
	public Set<State> possible() {
		return verdict.possible();
	}

	/** Whether it is in force, or may be. */
	public boolean possiblyInForce() {
		return verdict.possiblyInForce();
	}

	/** Whether it stands as the other does; how that is derived, and what is disputed of it, may differ. */
	public boolean standsAs(AppliedCondition other) {
		return standing().equals(other.standing());
	}

	private List<@Nullable Object> standing() {
		return Arrays.asList(condition, instrument, verdict, via, territory, period, effective,
				proposed, causedBy, compliance,
				exceptions, amendments);
	}
}
