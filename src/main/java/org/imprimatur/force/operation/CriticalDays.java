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
 * surely has, and the days after, on which a deadline has passed. Between two of them every comparison with a date
 * comes out the same.
 */
public final class CriticalDays {

	private static final List<Class<? extends Entity>> DATED = List.of(Instrument.class, Condition.class, Effect.class,
			Category.class, Model.class);

	private CriticalDays() {
	}

	/** The critical days after {@code from} up to {@code to}, that day included. */
	public static NavigableSet<LocalDate> between(Facts facts, LocalDate from, LocalDate to) {
		return from.isBefore(to) ? of(facts).subSet(from, false, to, true) : new TreeSet<>();
	}

	/** All critical days. */
	static NavigableSet<LocalDate> of(Facts facts) {
		NavigableSet<LocalDate> days = new TreeSet<>();
		DATED.stream().flatMap(type -> facts.all(type).stream()).flatMap(it -> days(facts, it))
				.forEach(days::add);
		return days;
	}

	private static Stream<LocalDate> days(Facts facts, Entity entity) {
		Stream<EdtfDate> amended = entity instanceof Effect effect ? Amendments.dates(effect) : Stream.empty();
		return Stream.of(dates(entity), amended, counted(facts, entity)).flatMap(it -> it)
				.flatMap(it -> Stream.of(it.earliest(), it.latest()))
				.flatMap(it -> it.isBefore(LocalDate.MAX) ? Stream.of(it, it.plusDays(1)) : Stream.of(it));
	}

	/** All that the dates of an entity which are counted from others can come to. */
	static Stream<EdtfDate> counted(Facts facts, Entity entity) {
		return RelativeDates.possible(facts, entity);
	}

	/** The dates that a record and its parts have. */
	static Stream<EdtfDate> dates(Object holder) {
		return Shape.of(holder.getClass()).fields().stream()
				.flatMap(field -> field.values(holder).stream().flatMap(value -> switch (field.content()) {
					case Content.Date ignored -> Stream.of((EdtfDate) value);
					case Content.Span ignored -> bounds((Period) value);
					case Content.Part ignored -> dates(value);
					default -> Stream.<EdtfDate>empty();
				}));
	}

	private static Stream<EdtfDate> bounds(Period period) {
		return Stream.concat(Stream.ofNullable(period.start()), Stream.ofNullable(period.end()));
	}
}
