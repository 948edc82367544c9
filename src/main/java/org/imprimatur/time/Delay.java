package org.imprimatur.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long after a date another one comes: "5 years", "10 business days". The day from which is counted is not counted
 * itself (design, "The domain").
 *
 * @param amount how many units, from 1 to 9999
 * @param unit years, months, weeks, days or business days
 */
public record Delay(int amount, Unit unit) {

	/** What is counted. */
	public enum Unit {
		YEAR,
		MONTH,
		WEEK,
		DAY,
		BUSINESS_DAY
	}

	private static final Pattern TEXT = Pattern
			.compile("(?<amount>[1-9][0-9]{0,3}) (?<unit>year|month|week|day|business day)s?");

	/**
	 * Reads a delay.
	 *
	 * @throws DateTimeParseException with a sentence for people if {@code text} is none
	 */
	public static Delay parse(String text) {
		Matcher parts = TEXT.matcher(text);
		if (!parts.matches()) {
			throw new DateTimeParseException(
					"this is no delay here: write 5 years, 6 months, 2 weeks, 30 days or 10 business days", text, 0);
		}
		Unit unit = Unit.valueOf(parts.group("unit").toUpperCase(Locale.ROOT).replace(' ', '_'));
		return new Delay(Integer.parseInt(parts.group("amount")), unit);
	}

	/**
	 * The date so long after another. Business days leave out Saturdays and Sundays; which of them are holidays is not
	 * known, so that the date may be later by one day in five and by a week.
	 */
	public EdtfDate after(EdtfDate date) {
		LocalDate earliest = after(date.earliest(), amount);
		LocalDate latest = after(date.latest(), unit == Unit.BUSINESS_DAY ? amount + (amount + 4) / 5 + 5 : amount);
		return EdtfDate.between(earliest, latest);
	}

	// A bound that stands for none stays where it is.
	private LocalDate after(LocalDate day, int units) {
		if (day.isBefore(EdtfDate.DISTANT_PAST) || !day.isBefore(EdtfDate.DISTANT_FUTURE)) {
			return day;
		}
		return switch (unit) {
			case YEAR -> day.plusYears(units);
			case MONTH -> day.plusMonths(units);
			case WEEK -> day.plusWeeks(units);
			case DAY -> day.plusDays(units);
			case BUSINESS_DAY -> businessDays(day, units);
		};
	}

	private static LocalDate businessDays(LocalDate from, int count) {
		LocalDate day = from;
		for (int left = count; left > 0;) {
			day = day.plusDays(1);
			boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
			left -= weekend ? 0 : 1;
		}
		return day;
	}
}
