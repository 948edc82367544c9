package org.imprimatur.force.operation;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;

/**
 * The days on which a condition set can change: those on which a date of the facts may have come, and on which it
 * surely has. A deadline has passed on the day after. Between two of them every comparison with a date comes out the
 * same.
 */
public final class CriticalDays {

	private static final List<Class<? extends Entity>> DATED = List.of(Instrument.class, Condition.class, Effect.class,
			Category.class, Model.class);
	private static final String DEADLINE = "deadline";

	private CriticalDays() {
	}

	/** The critical days after {@code from} up to {@code to}, that day included. */
	public static NavigableSet<LocalDate> between(Facts facts, LocalDate from, LocalDate to) {
		return from.isBefore(to) ? of(facts).subSet(from, false, to, true) : new TreeSet<>();
	}

	/** All critical days. */
	static NavigableSet<LocalDate> of(Facts facts) {
		NavigableSet<LocalDate> days = new TreeSet<>();
		DATED.stream().flatMap(type -> facts.all(type).stream()).flatMap(CriticalDays::days).forEach(days::add);
		return days;
	}

	private static Stream<LocalDate> days(Object holder) {
		Stream<LocalDate> amended = holder instanceof Effect effect
				? Amendments.dates(effect).flatMap(date -> days(date, DEADLINE.equals(effect.field())))
				: Stream.empty();
		return Stream.concat(amended, Shape.of(holder.getClass()).fields().stream()
				.flatMap(field -> field.values(holder).stream().flatMap(value -> days(field, value))));
	}

	private static Stream<LocalDate> days(Shape.Field field, Object value) {
		return switch (field.content()) {
			case Content.Date ignored -> days((EdtfDate) value, field.name().equals(DEADLINE));
			case Content.Span ignored -> Stream.of(((Period) value)).flatMap(CriticalDays::bounds);
			case Content.Part ignored -> days(value);
			default -> Stream.empty();
		};
	}

	private static Stream<LocalDate> bounds(Period period) {
		return Stream.concat(Stream.ofNullable(period.start()), Stream.ofNullable(period.end()))
				.flatMap(date -> days(date, false));
	}

	// The day after the last that there is does not come.
	private static Stream<LocalDate> days(EdtfDate date, boolean inclusive) {
		return Stream.of(date.earliest(), date.latest())
				.map(day -> inclusive && day.isBefore(LocalDate.MAX) ? day.plusDays(1) : day);
	}
}
