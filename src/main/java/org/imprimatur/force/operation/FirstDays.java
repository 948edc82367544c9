package org.imprimatur.force.operation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.record.Days;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/**
 * The first day on which a period had begun. Where an effect moves its start, each day is asked whether the start as it
 * then was had come: what was put off before it came begins later, what was put off afterwards had begun.
 */
final class FirstDays {

	private final AdmittedRecord record;
	private final Amendments amendments;
	private final Map<String, EdtfDate> known = new HashMap<>();
	private final NavigableSet<LocalDate> days = new TreeSet<>();

	FirstDays(AdmittedRecord record, Amendments amendments) {
		this.record = record;
		this.amendments = amendments;
	}

	/** Of the instrument's effective period. */
	EdtfDate of(Instrument instrument) {
		return first(instrument, amendments.movesStart(instrument), start(instrument.effective()),
				day -> start(instrument, day));
	}

	/** Of the effect's own period, or else of its instrument's. */
	EdtfDate of(Effect effect, Instrument by) {
		Period own = effect.period();
		boolean moved = amendments.movesStart(effect) || own == null && amendments.movesStart(by);
		return first(effect, moved, start(own == null ? by.effective() : own), day -> amendments.start(effect,
				Amendments.PERIOD, own == null ? start(by, day) : own.start(), day));
	}

	private EdtfDate start(Instrument instrument, EdtfDate day) {
		Period effective = instrument.effective();
		return amendments.start(instrument, Amendments.EFFECTIVE, effective == null ? null : effective.start(), day);
	}

	private EdtfDate first(Entity entity, boolean moved, EdtfDate recorded, Function<EdtfDate, EdtfDate> start) {
		if (!moved) {
			return recorded;
		}
		EdtfDate first = known.get(entity.id());
		if (first == null) {
			// Whoever asks again before it is found has come round in a circle.
			known.put(entity.id(), Days.UNKNOWN);
			first = search(start);
			known.put(entity.id(), first);
		}
		return first;
	}

	private EdtfDate search(Function<EdtfDate, EdtfDate> start) {
		if (days.isEmpty()) {
			days.add(LocalDate.MIN);
			days.addAll(CriticalDays.of(record.facts()));
		}
		LocalDate may = null;
		for (LocalDate day : days) {
			EdtfDate then = start.apply(EdtfDate.of(day));
			Truth begun = Days.reached(then, EdtfDate.of(day));
			may = may == null && begun.possible() ? day : may;
			if (begun == Truth.TRUE) {
				boolean asWritten = then.earliest().equals(may) && then.latest().equals(day);
				return asWritten || may == null ? then : EdtfDate.between(may, day);
			}
		}
		return may == null ? Days.UNKNOWN : EdtfDate.between(may, LocalDate.MAX);
	}

	private static EdtfDate start(@Nullable Period period) {
		return period == null || period.start() == null ? Days.ALWAYS : period.start();
	}
}
