package org.imprimatur.force.record;

import java.time.LocalDate;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons with a day that may itself be uncertain, such as the first day of an effect (design, "The rules of
 * force", rule 4).
 */
public final class Days {

	/** The beginning of what has always been. */
	public static final EdtfDate ALWAYS = EdtfDate.of(LocalDate.MIN);
	/** The day on which all that the record says has happened. */
	public static final EdtfDate END_OF_RECORD = EdtfDate.of(EdtfDate.DISTANT_FUTURE);
	/** A date of which nothing is known, not even whether it comes. */
	public static final EdtfDate UNKNOWN = EdtfDate.between(LocalDate.MIN, LocalDate.MAX);
	/** The day of what never comes. */
	public static final EdtfDate NEVER = new EdtfDate(UNKNOWN.text(), LocalDate.MAX, LocalDate.MAX);

	private Days() {
	}

	/** Whether {@code date} is {@code day} or lies before it; an absent date never comes. */
	public static Truth reached(@Nullable EdtfDate date, EdtfDate day) {
		return date == null ? Truth.FALSE : day.before(date).not();
	}

	/** Whether {@code period} had begun on {@code day}. */
	public static Truth started(@Nullable Period period, EdtfDate day) {
		return period == null || period.start() == null ? Truth.TRUE : reached(period.start(), day);
	}

	/** Whether {@code period} contains {@code day}; an absent one contains every day. */
	public static Truth within(@Nullable Period period, EdtfDate day) {
		return period == null ? Truth.TRUE : started(period, day).and(reached(period.end(), day).not());
	}

	/** The same date where it may also never come. */
	public static EdtfDate perhapsNever(EdtfDate date) {
		return new EdtfDate(date.text(), date.earliest(), LocalDate.MAX);
	}

	/** The earlier of two dates. */
	public static EdtfDate earlier(EdtfDate one, EdtfDate other) {
		return new EdtfDate(one.latest().isAfter(other.latest()) ? other.text() : one.text(),
				min(one.earliest(), other.earliest()), min(one.latest(), other.latest()));
	}

	/** The later of two dates. */
	public static EdtfDate later(EdtfDate one, EdtfDate other) {
		return new EdtfDate(one.earliest().isBefore(other.earliest()) ? other.text() : one.text(),
				max(one.earliest(), other.earliest()), max(one.latest(), other.latest()));
	}

	/** A date that is one or the other, nobody knows which; {@code null} never comes. */
	public static @Nullable EdtfDate either(@Nullable EdtfDate one, @Nullable EdtfDate other) {
		if (one == null) {
			return other == null ? null : perhapsNever(other);
		}
		if (other == null) {
			return perhapsNever(one);
		}
		return one.earliest().equals(other.earliest()) && one.latest().equals(other.latest())
				? one
				: EdtfDate.between(min(one.earliest(), other.earliest()), max(one.latest(), other.latest()));
	}

	/** A date as it can be shown; {@code null} if nothing is known of it. */
	public static @Nullable EdtfDate shown(@Nullable EdtfDate date) {
		if (date == null || date.latest().equals(LocalDate.MIN) || date.earliest().equals(LocalDate.MAX)
				|| date.earliest().equals(LocalDate.MIN) && date.latest().equals(LocalDate.MAX)
				|| date.text().equals(UNKNOWN.text())) {
			return null;
		}
		EdtfDate written = EdtfDate.parse(date.text());
		return written.earliest().equals(date.earliest()) && written.latest().equals(date.latest())
				? written
				: EdtfDate.parse(EdtfDate.between(date.earliest(), date.latest()).text());
	}

	/** What holds if {@code test} does, or else what holds otherwise; where both agree the test does not matter. */
	public static Truth whichever(Truth test, Truth then, Truth otherwise) {
		return test.and(then).or(test.not().and(otherwise)).or(then.and(otherwise));
	}

	private static LocalDate min(LocalDate one, LocalDate other) {
		return one.isBefore(other) ? one : other;
	}

	private static LocalDate max(LocalDate one, LocalDate other) {
		return one.isAfter(other) ? one : other;
	}
}
