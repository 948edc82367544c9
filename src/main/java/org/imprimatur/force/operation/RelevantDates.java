package org.imprimatur.force.operation;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
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
import org.jspecify.annotations.Nullable;

/**
 * The dates on which it hangs how some entities stand: their own, and those of what imposes them, acts on them or is
 * waited for. On no other day than a bound of one of these can the rules find something else than on the day before.
 */
public final class RelevantDates {

	private final AdmittedRecord record;
	private final Set<String> known = new HashSet<>();
	private final Set<EdtfDate> dates = new LinkedHashSet<>();

	private RelevantDates(AdmittedRecord record) {
		this.record = record;
	}

	/** Of all of the entities. */
	public static Set<EdtfDate> of(AdmittedRecord record, Collection<? extends Entity> entities) {
		RelevantDates relevant = new RelevantDates(record);
		entities.forEach(relevant::entity);
		return relevant.dates;
	}

	private void entity(Entity entity) {
		if (!known.add(entity.id())) {
			return;
		}
		switch (entity) {
			case Instrument it -> {
				period(it.effective());
				counted(it);
				effectsOn(it);
			}
			case Condition it -> {
				period(it.period());
				counted(it);
				it.findings().forEach(finding -> {
					dates.add(finding.day());
					dates.add(finding.dayFound());
				});
				refs(it.exceptionTo());
				refs(it.onceMet());
				refs(it.unlessBreached());
				record.backlinks().imposing(it.id()).forEach(this::entity);
				effectsOn(it);
			}
			case Effect it -> {
				period(it.period());
				counted(it);
				Amendments.dates(it).forEach(dates::add);
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
			case Model it -> it.releases().forEach(release -> dates.add(release.date()));
			default -> {
			}
		}
	}

	private void counted(Entity entity) {
		CriticalDays.counted(record.facts(), entity).forEach(dates::add);
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
		if (period != null) {
			date(period.start());
			date(period.end());
		}
	}

	private void date(@Nullable EdtfDate date) {
		if (date != null) {
			dates.add(date);
		}
	}
}
