package org.imprimatur.force.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.record.Days;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Values that effects have changed. The newest operating amendment of a field counts; where it is uncertain which that
 * is, the value is uncertain. Of a period only the end can be amended: the value is the new end, that is the first day
 * that no longer belongs to it, or {@code start/end}, of which the start is ignored; {@code ..} is open.
 */
public final class Amendments {

	private static final Set<String> DATES = Set.of("effective", "period", "deadline");

	private final AdmittedRecord record;
	private final Operation operation;

	Amendments(AdmittedRecord record, Operation operation) {
		this.record = record;
		this.operation = operation;
	}

	/** The end of the instrument's effective period, as amended on the day; {@code null} if open. */
	@Nullable
	public EdtfDate end(Instrument instrument, EdtfDate day) {
		return amended(instrument, "effective", end(instrument.effective()), day);
	}

	/** The end of the condition's own period, as amended on the day; {@code null} if open. */
	@Nullable
	public EdtfDate end(Condition condition, EdtfDate day) {
		return amended(condition, "period", end(condition.period()), day);
	}

	/** The condition's deadline, as amended on the day. */
	@Nullable
	public EdtfDate deadline(Condition condition, EdtfDate day) {
		return amended(condition, "deadline", condition.deadline(), day);
	}

	/** The amendments of the target's fields that operate on the day, or may, and that none has surely overtaken. */
	public List<Amendment> of(Entity target, EdtfDate day) {
		return candidates(target, it -> true, day).stream()
				.map(it -> new Amendment(new Ref<>(it.id()), it.target(), field(it), value(it),
						operation.operates(it, day)))
				.toList();
	}

	private @Nullable EdtfDate amended(Entity target, String field, @Nullable EdtfDate recorded, EdtfDate day) {
		List<Effect> candidates = candidates(target, field::equals, day);
		if (candidates.isEmpty()) {
			return recorded;
		}
		List<Optional<EdtfDate>> values = new ArrayList<>(candidates.stream().map(it -> date(value(it))).toList());
		if (candidates.stream().noneMatch(it -> operation.operates(it, day) == Truth.TRUE)) {
			values.add(Optional.ofNullable(recorded));
		}
		return values.stream()
				.reduce((one, other) -> Optional.ofNullable(Days.either(one.orElse(null), other.orElse(null))))
				.flatMap(it -> it).orElse(null);
	}

	private List<Effect> candidates(Entity target, Predicate<String> fields, EdtfDate day) {
		List<Effect> possible = record.backlinks().effectsOn(target.id()).stream()
				.filter(it -> it.kind() == EffectKind.AMENDS && fields.test(field(it)))
				.filter(it -> operation.operates(it, day).possible()).toList();
		return possible.stream().filter(it -> possible.stream().noneMatch(other -> overtakes(other, it, day))).toList();
	}

	private boolean overtakes(Effect later, Effect earlier, EdtfDate day) {
		if (!field(later).equals(field(earlier)) || operation.operates(later, day) != Truth.TRUE) {
			return false;
		}
		EdtfDate one = operation.firstDay(earlier).orElse(Days.UNKNOWN);
		EdtfDate other = operation.firstDay(later).orElse(Days.UNKNOWN);
		boolean sameDay = one.exact() && other.exact() && one.earliest().equals(other.earliest());
		return one.before(other) == Truth.TRUE || sameDay && earlier.id().compareTo(later.id()) < 0;
	}

	/** The date that an effect sets a field to, if it sets one. */
	public static Optional<EdtfDate> date(Effect effect) {
		return effect.kind() == EffectKind.AMENDS && DATES.contains(field(effect))
				? date(value(effect))
				: Optional.empty();
	}

	private static Optional<EdtfDate> date(String value) {
		String end = value.substring(value.indexOf('/') + 1);
		return end.isEmpty() || end.equals("..") ? Optional.empty() : Optional.of(EdtfDate.parse(end));
	}

	private static @Nullable EdtfDate end(@Nullable Period period) {
		return period == null ? null : period.end();
	}

	private static String field(Effect effect) {
		return effect.field() == null ? "" : effect.field();
	}

	private static String value(Effect effect) {
		return effect.value() == null ? "" : effect.value();
	}
}
