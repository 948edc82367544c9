package org.imprimatur.force.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.imprimatur.force.operation.Amendments;
import org.imprimatur.force.operation.CriticalDays;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Scope;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/**
 * The days on which the rules can find something else of some entities than on the day before: the bounds of all dates
 * that force hangs on, of the entities and of what acts on them.
 */
final class TurningDays {

	private record Bounds(LocalDate from, LocalDate to) {
	}

	/**
	 * When something held.
	 *
	 * @param start its first day
	 * @param end the first day on which it no longer did, {@code null} if it never ends
	 */
	record Spell(EdtfDate start, @Nullable EdtfDate end) {
	}

	/** What holds on a day, or may. */
	interface Holding {
		Truth on(EdtfDate day);
	}

	private final AdmittedRecord record;
	private final Set<String> known = new HashSet<>();
	private final NavigableSet<LocalDate> days = new TreeSet<>(Set.of(LocalDate.MIN));
	private final Map<Bounds, EdtfDate> written = new HashMap<>();

	TurningDays(AdmittedRecord record, Collection<? extends Entity> entities) {
		this.record = record;
		entities.forEach(this::entity);
	}

	/**
	 * Each time that something holds, in order. A day is uncertain from the first on which the rules leave it open to
	 * the first on which they do not; where that may never come, its latest is {@link LocalDate#MAX}.
	 *
	 * @param ended whether it had ended, while it may have begun
	 */
	List<Spell> spells(Holding holding, Holding ended) {
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

	private void entity(Entity entity) {
		if (!known.add(entity.id())) {
			return;
		}
		switch (entity) {
			case Instrument it -> {
				period(it.effective());
				effectsOn(it);
			}
			case Condition it -> {
				period(it.period());
				CriticalDays.counted(record.facts(), it).forEach(this::date);
				it.findings().forEach(finding -> {
					date(finding.day());
					date(finding.dayFound());
				});
				refs(it.exceptionTo());
				refs(it.onceMet());
				refs(it.unlessBreached());
				record.backlinks().imposing(it.id()).forEach(this::entity);
				effectsOn(it);
			}
			case Effect it -> {
				period(it.period());
				Amendments.dates(it).forEach(this::date);
				scope(it.scope());
				refs(it.onceMet());
				refs(it.unlessBreached());
				record.backlinks().acting(it.id()).forEach(this::entity);
				effectsOn(it);
			}
			case Category it -> {
				it.members().forEach(member -> {
					period(member.period());
					refs(member.by() == null ? Set.of() : Set.of(member.by()));
				});
				period(it.test() == null ? null : it.test().released());
				record.backlinks().narrower(it.id()).forEach(this::entity);
			}
			case Model it -> it.releases().forEach(release -> date(release.date()));
			default -> {
			}
		}
	}

	private void effectsOn(Entity entity) {
		record.backlinks().effectsOn(entity.id()).forEach(this::entity);
	}

	private void scope(@Nullable Scope scope) {
		if (scope != null) {
			refs(scope.categories());
			refs(scope.exclusions());
		}
	}

	private void refs(Collection<? extends Ref<? extends Entity>> refs) {
		refs.forEach(it -> record.facts().find(it.id(), Entity.class).ifPresent(this::entity));
	}

	private void period(@Nullable Period period) {
		if (period != null && period.start() != null) {
			date(period.start());
		}
		if (period != null && period.end() != null) {
			date(period.end());
		}
	}

	private void date(EdtfDate date) {
		days.add(date.earliest());
		days.add(date.latest());
		written.putIfAbsent(new Bounds(date.earliest(), date.latest()), date);
	}
}
