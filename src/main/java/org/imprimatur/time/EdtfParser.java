package org.imprimatur.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.text.Excerpt;
import org.jspecify.annotations.Nullable;

/** Reads EDTF into the days that it can mean. */
final class EdtfParser {

	private static final Pattern SINGLE = Pattern.compile("(?<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|X{4})"
			+ "(-(?<month>[0-9]{2}|XX)(-(?<day>[0-9]{2}|XX))?)?(?<qualifier>[?~%]?)");
	private static final int QUOTED = 40;

	private EdtfParser() {
	}

	static EdtfDate parse(String text) {
		if (text.startsWith("[") && text.endsWith("]")) {
			return set(text);
		}
		if (text.indexOf('/') >= 0) {
			throw wrong(text, "it is an interval; give the start and the end of a period instead");
		}
		return single(text, text);
	}

	/** The members of a one-of set; a member with two dots is a range that is open where nothing stands beside them. */
	static List<String> members(String set) {
		return Arrays.asList(set.substring(1, set.length() - 1).split(",", -1));
	}

	/** The groups {@code year}, {@code month}, {@code day} and {@code qualifier} of a date that is no set. */
	static MatchResult parts(String single, String whole) {
		Matcher matcher = SINGLE.matcher(single);
		if (matcher.matches()) {
			return matcher;
		}
		throw wrong(whole, "write 2026-06-26, 2026-06 or 2026, with X for an unknown digit, ? behind what is uncertain,"
				+ " ~ behind what is approximate, or a set like [..2026-06-30]");
	}

	private static EdtfDate set(String text) {
		List<EdtfDate> members = members(text).stream().map(member -> member(member, text)).toList();
		LocalDate earliest = members.stream().map(EdtfDate::earliest).min(Comparator.naturalOrder()).orElseThrow();
		LocalDate latest = members.stream().map(EdtfDate::latest).max(Comparator.naturalOrder()).orElseThrow();
		return new EdtfDate(text, earliest, latest);
	}

	private static EdtfDate member(String member, String text) {
		int dots = member.indexOf("..");
		if (dots < 0) {
			return single(member, text);
		}
		String from = member.substring(0, dots);
		String to = member.substring(dots + 2);
		if (from.isEmpty() && to.isEmpty()) {
			throw wrong(text, "it has no bound; write [..2026-06-30] or [2026-06-01..]");
		}
		LocalDate earliest = from.isEmpty() ? EdtfDate.DISTANT_PAST : single(from, text).earliest();
		LocalDate latest = to.isEmpty() ? EdtfDate.DISTANT_FUTURE : single(to, text).latest();
		if (latest.isBefore(earliest)) {
			throw wrong(text, "%s lies after %s; put the earlier date first".formatted(from, to));
		}
		return new EdtfDate(text, earliest, latest);
	}

	private static EdtfDate single(String single, String text) {
		MatchResult parts = parts(single, text);
		String year = parts.group("year");
		String month = parts.group("month");
		String day = parts.group("day");
		if (year.equals("XXXX")) {
			return everyYear(month, day, parts.group("qualifier"), text);
		}
		if (year.endsWith("X") && month != null) {
			throw wrong(text, "where digits of the year are unknown, no month can follow; write %s".formatted(year));
		}
		if (month == null || month.equals("XX")) {
			if (day != null && !day.equals("XX")) {
				throw wrong(text, "a day needs its month; write %s-XX-XX".formatted(year));
			}
			int first = Integer.parseInt(year.replace('X', '0'));
			int last = Integer.parseInt(year.replace('X', '9'));
			return widened(text, parts.group("qualifier"), LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31),
					Period.ofYears(last - first + 1));
		}
		return inYear(Integer.parseInt(year), month, day, parts.group("qualifier"), text);
	}

	private static EdtfDate inYear(int year, String month, @Nullable String day,
			String qualifier, String text) {
		int number = Integer.parseInt(month);
		// ISO 8601-2 leaves open whose winter 24 is; seasons count on in their order, so it ends in the next year.
		if (number >= 21 && number <= 24 && day == null) {
			YearMonth first = YearMonth.of(year, 3).plusMonths(3L * (number - 21));
			return widened(text, qualifier, first.atDay(1), first.plusMonths(2).atEndOfMonth(), Period.ofMonths(3));
		}
		YearMonth whole = YearMonth.of(year, month(number, text));
		if (day == null || day.equals("XX")) {
			return widened(text, qualifier, whole.atDay(1), whole.atEndOfMonth(), Period.ofMonths(1));
		}
		LocalDate exact = whole.atDay(day(day, whole.getMonth(), whole.lengthOfMonth(), text));
		return widened(text, qualifier, exact, exact, Period.ofDays(1));
	}

	private static EdtfDate everyYear(@Nullable String month,
			@Nullable String day, String qualifier, String text) {
		if (month == null || day == null || month.equals("XX") || day.equals("XX")) {
			throw wrong(text, "where the year is unknown, the month and the day are needed; write XXXX-06-26");
		}
		Month known = month(Integer.parseInt(month), text);
		int number = day(day, known, known.maxLength(), text);
		// 9999 has no 29 February; the last year before it that has one does.
		int last = known == Month.FEBRUARY && number == 29 ? 9996 : 9999;
		return widened(text, qualifier, LocalDate.of(0, known, number), LocalDate.of(last, known, number),
				Period.ofDays(1));
	}

	private static Month month(int number, String text) {
		try {
			return Month.of(number);
		} catch (DateTimeException e) {
			throw wrong(text, "there is no month %02d; months are 01 to 12, and seasons 21 to 24 without a day"
					.formatted(number));
		}
	}

	private static int day(String day, Month month, int length, String text) {
		int number = Integer.parseInt(day);
		if (number < 1 || number > length) {
			throw wrong(text, "there is no day %s; that %s has days 01 to %d".formatted(day,
					month.getDisplayName(TextStyle.FULL, Locale.ENGLISH), length));
		}
		return number;
	}

	private static EdtfDate widened(String text, String qualifier, LocalDate earliest, LocalDate latest, Period unit) {
		LocalDate from = qualifier.isEmpty() ? earliest : earliest.minus(unit);
		// The day after is moved, so that the last of a 30-day month does not stop short of the 31st.
		LocalDate to = qualifier.isEmpty() ? latest : latest.plusDays(1).plus(unit).minusDays(1);
		return new EdtfDate(text, from.isBefore(EdtfDate.DISTANT_PAST) ? EdtfDate.DISTANT_PAST : from,
				to.isAfter(EdtfDate.DISTANT_FUTURE) ? EdtfDate.DISTANT_FUTURE : to);
	}

	private static DateTimeParseException wrong(String text, String reason) {
		return new DateTimeParseException("'%s' is no date here: %s".formatted(Excerpt.of(text, QUOTED), reason), text,
				0);
	}
}
