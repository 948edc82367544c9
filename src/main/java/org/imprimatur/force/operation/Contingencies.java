package org.imprimatur.force.operation;

import java.util.Optional;
import java.util.function.Function;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.record.Days;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Finding;
import org.imprimatur.knowledge.Condition.Outcome;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Truth;

/**
 * What norms and effects hang on: that conditions were once found met, that none was ever found breached (design, "The
 * rules of force", rule 3). A later finding does not take back what an earlier one set off.
 */
public final class Contingencies {

	private final AdmittedRecord record;

	Contingencies(AdmittedRecord record) {
		this.record = record;
	}

	/** The day by which all that it waits for had been found met, if they ever were; always, if there is nothing. */
	Optional<EdtfDate> met(Effect effect) {
		if (record.known(effect, "onceMet") != Truth.TRUE) {
			return Optional.of(Days.UNKNOWN);
		}
		return effect.onceMet().stream().map(it -> first(it, Outcome.MET))
				.reduce(Optional.of(Days.ALWAYS),
						(one, other) -> one.flatMap(day -> other.map(it -> Days.later(day, it))));
	}

	/** Whether one of the conditions that it hangs on had been found breached by the day. */
	Truth breached(Effect effect, EdtfDate day) {
		return record.by(effect, "unlessBreached", effect.unlessBreached().stream()
				.map(it -> Days.reached(first(it, Outcome.BREACHED).orElse(null), day))
				.reduce(Truth.FALSE, Truth::or));
	}

	/** The first day on which a finding says so of the condition; where that is in doubt, the day may never come. */
	public Optional<EdtfDate> first(Ref<Condition> ref, Outcome outcome) {
		return record.facts().find(ref, Condition.class).flatMap(condition -> {
			Optional<EdtfDate> day = first(condition, outcome, Finding::dayFound);
			return record.exists(condition) == Truth.TRUE ? day : day.map(Days::perhapsNever);
		});
	}

	/** Since when it was so of the condition, provided that this exists; perhaps never, where that is in doubt. */
	public Optional<EdtfDate> since(Condition condition, Outcome outcome) {
		return first(condition, outcome, Finding::day);
	}

	private Optional<EdtfDate> first(Condition condition, Outcome outcome, Function<Finding, EdtfDate> day) {
		return condition.findings().stream().filter(it -> it.outcome() == outcome)
				.map(it -> record.known(condition, it) == Truth.TRUE ? day.apply(it) : Days.perhapsNever(day.apply(it)))
				.reduce(Days::earlier);
	}
}
