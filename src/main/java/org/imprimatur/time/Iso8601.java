package org.imprimatur.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.text.Excerpt;

/**
 * Days and moments as whoever asks writes them, read to the letter: what no calendar has is never moved to a day that
 * it has (design, "The domain"). What sources date is {@link EdtfDate}'s to read.
 */
public final class Iso8601 {

	private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
	private static final Pattern MOMENT = Pattern.compile("(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]"
			+ "(?<time>[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?)(?<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})");
	private static final int QUOTED = 40;

	private Iso8601() {
	}

	/**
	 * Reads a day of the years 0000 to 9999: {@code 2026-06-26}.
	 *
	 * @throws DateTimeParseException with a sentence for people if {@code text} is no day
	 */
	public static LocalDate day(String text) {
		if (!DAY.matcher(text).matches()) {
			throw wrong(text, "day", "write it as 2026-06-26");
		}
		return day(text, text, "day");
	}

	/**
	 * Reads a moment as RFC 3339 has it, with seconds and a zone: {@code 2026-06-26T12:00:00Z}.
	 *
	 * @throws DateTimeParseException with a sentence for people if {@code text} is no moment
	 */
	public static OffsetDateTime moment(String text) {
		Matcher parts = MOMENT.matcher(text);
		if (!parts.matches()) {
			throw wrong(text, "moment",
					"write it as 2026-06-26T12:00:00Z, with seconds, and Z or an offset such as +02:00");
		}
		LocalDate day = day(parts.group("day"), text, "moment");
		try {
			return OffsetDateTime.of(day, LocalTime.parse(parts.group("time")),
					ZoneOffset.of(parts.group("offset").toUpperCase(Locale.ROOT)));
		} catch (DateTimeException e) {
			throw wrong(text, "moment", "times go from 00:00:00 to 23:59:59, and offsets from -18:00 to +18:00");
		}
	}

	private static LocalDate day(String day, String text, String what) {
		Matcher parts = DAY.matcher(day);
		parts.matches();
		int month = Integer.parseInt(parts.group(2));
		if (month < 1 || month > 12) {
			throw wrong(text, what, "months go from 01 to 12");
		}
		YearMonth whole = YearMonth.of(Integer.parseInt(parts.group(1)), month);
		int number = Integer.parseInt(parts.group(3));
		if (!whole.isValidDay(number)) {
			throw wrong(text, what, "%s %04d goes from %s-01 to %s".formatted(
					whole.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH), whole.getYear(), whole,
					whole.atEndOfMonth()));
		}
		return whole.atDay(number);
	}

	private static DateTimeParseException wrong(String text, String what, String right) {
		return new DateTimeParseException("'%s' is no %s: %s".formatted(Excerpt.of(text, QUOTED), what, right), text,
				0);
	}
}
