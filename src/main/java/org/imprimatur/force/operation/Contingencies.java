package org.imprimatur.force.operation;

import java.util.Optional;
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

	/** The first day on which the condition was found to be so; if it may not exist, that day may never come. */
	public Optional<EdtfDate> first(Ref<Condition> ref, Outcome outcome) {
		return record.facts().find(ref, Condition.class).flatMap(condition -> {
			Optional<EdtfDate> day = found(condition, outcome);
			boolean sure = record.exists(condition).and(record.known(condition, "findings")) == Truth.TRUE;
			return sure ? day : day.map(Days::perhapsNever);
		});
	}

	/** The first day on which the condition, provided that it exists, was found to be so. */
	public static Optional<EdtfDate> found(Condition condition, Outcome outcome) {
		return condition.findings().stream().filter(it -> it.outcome() == outcome).map(Finding::day)
				.reduce(Days::earlier);
	}
}
