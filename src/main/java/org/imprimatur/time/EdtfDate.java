package org.imprimatur.time;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * A date as its source gives it: the EDTF text (ISO 8601-2, level 1 and one-of sets), with the earliest and the latest
 * day that it can mean, both inclusive. {@code ?}, {@code ~} and {@code %} widen it by one unit each way
 * (design, "The domain").
 *
 * @param text the date as written
 * @param earliest the first day that it can mean
 * @param latest the last day that it can mean
 */
public record EdtfDate(String text, LocalDate earliest, LocalDate latest) {

	/** The day before which nothing is dated, and after which nothing is: the bounds of an open set. */
	public static final LocalDate DISTANT_PAST = LocalDate.of(0, 1, 1);
	public static final LocalDate DISTANT_FUTURE = LocalDate.of(9999, 12, 31);

	/**
	 * Reads an EDTF date.
	 *
	 * @throws DateTimeParseException with a sentence for people if {@code text} is no date of the supported levels
	 */
	public static EdtfDate parse(String text) {
		return EdtfParser.parse(text);
	}

	/** A date known to the day. */
	public static EdtfDate of(LocalDate day) {
		return new EdtfDate(day.toString(), day, day);
	}

	/** A date of which only the first and the last day that it can mean are known, if any. */
	public static EdtfDate between(LocalDate earliest, LocalDate latest) {
		String from = earliest.isAfter(DISTANT_PAST) ? earliest.toString() : "";
		String to = latest.isBefore(DISTANT_FUTURE) ? latest.toString() : "";
		if (earliest.equals(latest)) {
			return of(earliest);
		}
		return new EdtfDate(from.isEmpty() && to.isEmpty() ? "unknown" : "[%s..%s]".formatted(from, to), earliest,
				latest);
	}

	/** Whether this date lies before {@code other}; equal uncertain dates may be either way. */
	public Truth before(EdtfDate other) {
		if (latest.isBefore(other.earliest)) {
			return Truth.TRUE;
		}
		return earliest.isBefore(other.latest) ? Truth.UNCERTAIN : Truth.FALSE;
	}

	/** Whether one single day is meant. */
	public boolean exact() {
		return earliest.equals(latest);
	}

	/** The date for people: "26 June 2026", "June 2026, about", "on or before 30 June 2026". */
	public String reading() {
		return EdtfReading.of(text);
	}

	/** The date as it follows "of" or "from" in a sentence: "about June 2026", "30 June 2026 or before". */
	public String noun() {
		return EdtfReading.noun(text);
	}

	/** The date as it follows a verb: "on 26 June 2026", "in about June 2026", "on or before 30 June 2026". */
	public String when() {
		return EdtfReading.when(text);
	}

	@Override
	public String toString() {
		return text;
	}
}
