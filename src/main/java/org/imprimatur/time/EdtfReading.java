package org.imprimatur.time;

import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/** Puts EDTF into words. */
final class EdtfReading {

	private static final List<String> SEASONS = List.of("spring", "summer", "autumn", "winter");

	private EdtfReading() {
	}

	static String of(String text) {
		return text.startsWith("[")
				? EdtfParser.members(text).stream().map(EdtfReading::member).collect(Collectors.joining(" or "))
				: single(text);
	}

	private static String member(String member) {
		int dots = member.indexOf("..");
		if (dots < 0) {
			return single(member);
		}
		String from = member.substring(0, dots);
		String to = member.substring(dots + 2);
		if (from.isEmpty()) {
			return "on or before " + single(to);
		}
		return to.isEmpty() ? "on or after " + single(from) : "between %s and %s".formatted(single(from), single(to));
	}

	private static String single(String text) {
		MatchResult parts = EdtfParser.parts(text, text);
		return unqualified(parts) + switch (parts.group("qualifier")) {
			case "?" -> ", uncertain";
			case "~" -> ", about";
			case "%" -> ", about, uncertain";
			default -> "";
		};
	}

	private static String unqualified(MatchResult parts) {
		String year = parts.group("year");
		String month = parts.group("month");
		String day = parts.group("day");
		if (month == null) {
			return year(year);
		}
		if (month.equals("XX")) {
			return year + (day == null ? ", month unknown" : ", month and day unknown");
		}
		int number = Integer.parseInt(month);
		if (number > 12) {
			return season(Integer.parseInt(year), number - 21);
		}
		String name = name(Month.of(number));
		if (day == null) {
			return name + " " + year;
		}
		if (day.equals("XX")) {
			return "%s %s, day unknown".formatted(name, year);
		}
		String dayOfMonth = Integer.parseInt(day) + " " + name;
		return year.equals("XXXX") ? dayOfMonth + ", year unknown" : dayOfMonth + " " + year;
	}

	private static String year(String year) {
		if (year.endsWith("XX")) {
			return "between %s and %s".formatted(year.replace('X', '0'), year.replace('X', '9'));
		}
		return year.endsWith("X") ? "the %ss".formatted(year.replace('X', '0')) : year;
	}

	private static String season(int year, int season) {
		YearMonth first = YearMonth.of(year, 3).plusMonths(3L * season);
		YearMonth last = first.plusMonths(2);
		String months = first.getYear() == last.getYear()
				? "%s to %s".formatted(name(first.getMonth()), name(last.getMonth()))
				: "%s %04d to %s %04d".formatted(name(first.getMonth()), first.getYear(), name(last.getMonth()),
						last.getYear());
		return "%s %04d (%s)".formatted(SEASONS.get(season), year, months);
	}

	private static String name(Month month) {
		return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
	}
}
