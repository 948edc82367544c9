package org.imprimatur.force.operation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.record.Days;
import org.imprimatur.force.scope.JudgedCase;
import org.imprimatur.force.scope.ScopeReading;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Scope;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.imprimatur.time.Truth;

/**
 * Which instruments and effects are operative for a case, on a day that may itself be uncertain (design, "The rules of
 * force", rule 2). Answers are kept. Effects that act on each other in a circle, which a dossier may not have, are
 * uncertain.
 */
public final class Operation {

	/** The kinds of effect that leave their target without force. */
	private static final Set<EffectKind> DISABLING = Set.of(EffectKind.REVOKES, EffectKind.SUPERSEDES,
			EffectKind.SUSPENDS,
			EffectKind.ANNULS);

	private static final Set<EffectKind> ENDING = Set.of(EffectKind.REVOKES, EffectKind.SUPERSEDES);
	private static final Set<EffectKind> UNDOING = Set.of(EffectKind.ANNULS, EffectKind.SUSPENDS);

	private final AdmittedRecord record;
	private final JudgedCase judgedCase;
	private final ScopeReading scopes;
	private final Contingencies contingencies;
	private final Amendments amendments;
	private final FirstDays firstDays;
	private final boolean inRetrospect;
	private final Map<Moment, Truth> known = new HashMap<>();

	private record Moment(String effect, EdtfDate day) {
	}

	public Operation(AdmittedRecord record, JudgedCase judgedCase) {
		this(record, judgedCase, true);
	}

	/**
	 * @param inRetrospect whether an annulment reaches back; if not, each day is seen as it then stood
	 */
	public Operation(AdmittedRecord record, JudgedCase judgedCase, boolean inRetrospect) {
		this.record = record;
		this.judgedCase = judgedCase;
		this.inRetrospect = inRetrospect;
		this.scopes = new ScopeReading(record, judgedCase.model(), this::operative);
		this.contingencies = new Contingencies(record);
		this.amendments = new Amendments(record, this);
		this.firstDays = new FirstDays(record, amendments);
	}

	public ScopeReading scopes() {
		return scopes;
	}

	public Contingencies contingencies() {
		return contingencies;
	}

	public Amendments amendments() {
		return amendments;
	}

	/** Whether the instrument has force on the day; one without an effective period never has. */
	public Truth operative(Instrument instrument, EdtfDate day) {
		if (instrument.effective() == null) {
			return Truth.FALSE;
		}
		return record.exists(instrument)
				.and(record.by(instrument, Amendments.EFFECTIVE,
						Days.started(amendments.effective(instrument, day), day)))
				.and(expired(instrument, day).not()).and(acted(instrument, day, DISABLING).not());
	}

	/** Whether an effect of one of the kinds operates on the target on the day. */
	public Truth acted(Entity target, EdtfDate day, Set<EffectKind> kinds) {
		return record.backlinks().effectsOn(target.id()).stream().filter(effect -> kinds.contains(effect.kind()))
				.map(effect -> operates(effect, day)).reduce(Truth.FALSE, Truth::or);
	}

	/** Whether the effect operates for the case on the day. */
	public Truth operates(Effect effect, EdtfDate day) {
		Moment moment = new Moment(effect.id(), day);
		Truth answer = known.get(moment);
		if (answer == null) {
			// Whoever asks again before the answer is found has come round in a circle.
			known.put(moment, Truth.UNCERTAIN);
			answer = record.backlinks().instrumentOf(effect).map(by -> operates(effect, by, day)).orElse(Truth.FALSE);
			known.put(moment, answer);
		}
		return answer;
	}

	/** Whether the effect operates on the day for whatever lies in its scope, provided that it exists. */
	public Truth acts(Effect effect, EdtfDate day) {
		return record.backlinks().instrumentOf(effect).filter(by -> by.effective() != null)
				.map(by -> acts(effect, by, day)).orElse(Truth.FALSE);
	}

	/** The first day of the instrument's effective period, which effects may have moved. */
	public EdtfDate takesEffect(Instrument instrument) {
		return firstDays.of(instrument);
	}

	/** The first day of an effect: when its period has begun and all that it waits for is met. */
	public Optional<EdtfDate> firstDay(Effect effect) {
		Optional<EdtfDate> met = contingencies.met(effect);
		return record.backlinks().instrumentOf(effect)
				.flatMap(by -> met.map(day -> Days.later(day, start(effect, by))));
	}

	/** Whether the effect had begun for the case on the day, operating or not. */
	public Truth begun(Effect effect, EdtfDate day) {
		return firstDay(effect).map(first -> Days.reached(first, day).and(covers(effect, day))).orElse(Truth.FALSE);
	}

	private Truth operates(Effect effect, Instrument by, EdtfDate day) {
		if (by.effective() == null || effect.kind() == EffectKind.UPHOLDS) {
			return Truth.FALSE;
		}
		Truth covered = record.exists(effect).and(record.exists(by)).and(record.known(by, "effects"))
				.and(record.known(effect, "value")).and(covers(effect, day));
		if (covered == Truth.FALSE) {
			return Truth.FALSE;
		}
		return covered.and(acts(effect, by, day));
	}

	private Truth acts(Effect effect, Instrument by, EdtfDate day) {
		return effect.kind() == EffectKind.SUSPENDS ? suspends(effect, by, day) : done(effect, by, day);
	}

	private Truth covers(Effect effect, EdtfDate day) {
		Scope scope = effect.scope();
		if (scope == null) {
			return Truth.TRUE;
		}
		return record.by(effect, "scope", judgedCase.liesIn(scope) ? scopes.covers(scope, day) : Truth.FALSE);
	}

	private Truth suspends(Effect effect, Instrument by, EdtfDate day) {
		return operative(by, day)
				.and(record.by(effect, Amendments.PERIOD, Days.within(amendments.period(effect, day), day)))
				.and(Days.reached(contingencies.met(effect).orElse(null), day)).and(undisturbed(effect, day));
	}

	private Truth done(Effect effect, Instrument by, EdtfDate day) {
		Optional<EdtfDate> first = firstDay(effect);
		if (first.isEmpty()) {
			return Truth.FALSE;
		}
		boolean back = inRetrospect && effect.kind() == EffectKind.ANNULS;
		Truth begun = Days.reached(first.get(), day);
		if (begun == Truth.FALSE && !back) {
			return Truth.FALSE;
		}
		Truth since = stands(effect, by, first.get(), day);
		if (!back) {
			return begun.and(since);
		}
		// What is void is void on every day: before its own first day an annulment counts as it stands in the end.
		return Days.reached(first.get(), Days.END_OF_RECORD)
				.and(Days.whichever(begun, since, stands(effect, by, first.get(), Days.END_OF_RECORD)));
	}

	private Truth stands(Effect effect, Instrument by, EdtfDate first, EdtfDate day) {
		Truth ended = expired(by, first).or(acted(by, first, ENDING));
		return ended.not().and(acted(by, day, UNDOING).not()).and(undisturbed(effect, day));
	}

	private Truth undisturbed(Effect effect, EdtfDate day) {
		return contingencies.breached(effect, day).not().and(acted(effect, day, DISABLING).not());
	}

	// By its effective period, as amended.
	private Truth expired(Instrument instrument, EdtfDate day) {
		Period effective = amendments.effective(instrument, day);
		return effective == null || effective.end() == null
				? Truth.FALSE
				: record.by(instrument, Amendments.EFFECTIVE, Days.reached(effective.end(), day));
	}

	private EdtfDate start(Effect effect, Instrument by) {
		Truth known = effect.period() == null
				? record.known(by, Amendments.EFFECTIVE)
				: record.known(effect, Amendments.PERIOD);
		return known == Truth.TRUE ? firstDays.of(effect, by) : Days.UNKNOWN;
	}
}
