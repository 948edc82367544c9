package org.imprimatur.force.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.TreeSet;
import org.imprimatur.force.operation.RelevantDates;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/**
 * The days on which the rules can find something else of some entities than on the day before: the bounds of all dates
 * that force hangs on, of the entities and of what acts on them.
 */
public final class TurningDays {

	private record Bounds(LocalDate from, LocalDate to) {
	}

	/**
	 * When something held.
	 *
	 * @param start its first day
	 * @param end the first day on which it no longer did, {@code null} if it never ends
	 */
	public record Spell(EdtfDate start, @Nullable EdtfDate end) {
	}

	/** What holds on a day, or may. */
	public interface Holding {
		Truth on(EdtfDate day);
	}

	private final NavigableSet<LocalDate> days = new TreeSet<>(Set.of(LocalDate.MIN));
	private final Map<Bounds, EdtfDate> written = new HashMap<>();

	public TurningDays(AdmittedRecord record, Collection<? extends Entity> entities) {
		RelevantDates.of(record, entities).forEach(this::add);
	}

	/** The days, in order; the first is the beginning of all. */
	public SequencedCollection<LocalDate> days() {
		return Collections.unmodifiableNavigableSet(days);
	}

	/**
	 * Each time that something holds, in order. A day is uncertain from the first on which the rules leave it open to
	 * the first on which they do not; where that may never come, its latest is {@link LocalDate#MAX}.
	 *
	 * @param ended whether it had ended, while it may have begun
	 */
	public List<Spell> spells(Holding holding, Holding ended) {
		List<Spell> spells = new ArrayList<>();
		LocalDate mayStart = null;
		LocalDate starts = null;
		LocalDate mayEnd = null;
		for (LocalDate day : days) {
			Truth holds = holding.on(EdtfDate.of(day));
			mayStart = mayStart == null && holds.possible() ? day : mayStart;
			starts = starts == null && holds == Truth.TRUE ? day : starts;
			boolean putOff = starts != null && holds != Truth.TRUE;
			boolean over = putOff || mayStart != null && ended.on(EdtfDate.of(day)).possible();
			mayEnd = mayEnd == null && over ? day : mayEnd;
			if (mayStart != null && holds == Truth.FALSE) {
				spells.add(new Spell(date(mayStart, starts), date(mayEnd == null ? mayStart : mayEnd, day)));
				mayStart = null;
				starts = null;
				mayEnd = null;
			}
		}
		if (mayStart != null) {
			spells.add(new Spell(date(mayStart, starts), mayEnd == null ? null : date(mayEnd, null)));
		}
		return spells;
	}

	private EdtfDate date(LocalDate from, @Nullable LocalDate surely) {
		LocalDate to = surely == null ? LocalDate.MAX : surely;
		EdtfDate same = written.get(new Bounds(from, to));
		return same == null ? EdtfDate.between(from, to) : same;
	}

	private void add(EdtfDate date) {
		days.add(date.earliest());
		days.add(date.latest());
		written.putIfAbsent(new Bounds(date.earliest(), date.latest()), date);
	}
}
