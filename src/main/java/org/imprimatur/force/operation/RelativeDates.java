package org.imprimatur.force.operation;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.record.Days;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Outcome;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.RelativeDate;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/**
 * What dates that are counted from others come to (design, "The domain"): from the other date as it is amended on the
 * day and had been reported. Of what is counted from a date that is not there, the day never comes.
 */
final class RelativeDates {

	private final AdmittedRecord record;
	private final Operation operation;
	private final Set<RelativeDate> counting = new HashSet<>();

	RelativeDates(AdmittedRecord record, Operation operation) {
		this.record = record;
		this.operation = operation;
	}

	/** The date in an entity's field, as it is counted on the day. */
	EdtfDate of(Entity holder, String field, RelativeDate date, EdtfDate day) {
		// What is counted from itself, which a dossier may not have, can be any day.
		if (record.known(holder, field) != Truth.TRUE || !counting.add(date)) {
			return Days.UNKNOWN;
		}
		EdtfDate from = record.facts().find(date.of(), Entity.class).map(it -> existing(it, date.field(), day))
				.orElse(Days.NEVER);
		counting.remove(date);
		return from.equals(Days.NEVER) || from.equals(Days.UNKNOWN) ? from : date.counted().after(from);
	}

	private EdtfDate existing(Entity entity, String field, EdtfDate day) {
		EdtfDate date = switch (entity) {
			case Instrument it -> instrument(it, field, day);
			case Condition it -> condition(it, field, day);
			default -> null;
		};
		return date == null
				? Days.NEVER
				: record.exists(entity) == Truth.TRUE ? date : Days.perhapsNever(date);
	}

	private @Nullable EdtfDate instrument(Instrument it, String field, EdtfDate day) {
		return switch (field) {
			case "issued" -> known(it, field, it.issued());
			case "published" -> known(it, field, it.published());
			default -> it.effective() == null
					? null
					: known(it, Amendments.EFFECTIVE, bound(operation.amendments().effective(it, day), field));
		};
	}

	private @Nullable EdtfDate condition(Condition it, String field, EdtfDate day) {
		return switch (field) {
			case "deadline" -> known(it, field, operation.amendments().deadline(it, day));
			case "met" -> operation.contingencies().first(new Ref<>(it.id()), Outcome.MET).orElse(null);
			default -> known(it, Amendments.PERIOD, bound(operation.amendments().period(it, day), field));
		};
	}

	private @Nullable EdtfDate known(Entity entity, String field, @Nullable EdtfDate date) {
		return record.known(entity, field) == Truth.TRUE ? date : Days.UNKNOWN;
	}

	private static @Nullable EdtfDate bound(@Nullable Period period, String field) {
		if (period == null) {
			return null;
		}
		return field.endsWith(Amendments.START) ? period.start() : period.end();
	}

	/** All that the dates of an entity which are counted from others can come to, on any day. */
	static Stream<EdtfDate> possible(Facts facts, Entity entity) {
		return possible(facts, entity, new HashSet<>());
	}

	private static Stream<EdtfDate> possible(Facts facts, Entity entity, Set<String> seen) {
		if (!seen.add(entity.id())) {
			return Stream.empty();
		}
		return counted(entity)
				.flatMap(date -> facts.find(date.of(), Entity.class).stream()
						.flatMap(it -> dates(facts, it, new HashSet<>(seen))).map(date.counted()::after));
	}

	// Of the entity itself, of what amends it, and of what it counts from.
	private static Stream<EdtfDate> dates(Facts facts, Entity entity, Set<String> seen) {
		Stream<EdtfDate> amended = facts.all(Effect.class).stream()
				.filter(it -> it.target().id().equals(entity.id())).flatMap(Amendments::dates);
		return Stream.of(CriticalDays.dates(entity), amended, possible(facts, entity, seen)).flatMap(it -> it);
	}

	private static Stream<RelativeDate> counted(Entity entity) {
		return switch (entity) {
			case Instrument it -> Stream.ofNullable(it.endsAfter());
			case Condition it -> Stream.of(it.endsAfter(), it.deadlineAfter()).flatMap(Stream::ofNullable);
			case Effect it -> Stream.ofNullable(it.endsAfter());
			default -> Stream.empty();
		};
	}
}
