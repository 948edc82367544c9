package org.imprimatur.time;

import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts EDTF into words. */
final class EdtfReading {

	private static final List<String> SEASONS = List.of("spring", "summer", "autumn", "winter");
	private static final List<String> MONTHS = Stream.of(Month.values())
			.map(it -> it.getDisplayName(TextStyle.FULL, Locale.ENGLISH)).toList();
	private static final Pattern UNKNOWN = Pattern.compile(", (day|month|month and day) unknown$");

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

	static String noun(String text) {
		return text.startsWith("[")
				? EdtfParser.members(text).stream().map(EdtfReading::nounOfMember).collect(Collectors.joining(" or "))
				: qualified(text, "");
	}

	static String when(String text) {
		return text.startsWith("[")
				? EdtfParser.members(text).stream().map(EdtfReading::whenOfMember).collect(Collectors.joining(" or "))
				: qualified(text, preposition(text));
	}

	private static String nounOfMember(String member) {
		int dots = member.indexOf("..");
		if (dots < 0) {
			return qualified(member, "");
		}
		String from = member.substring(0, dots);
		String to = member.substring(dots + 2);
		if (from.isEmpty()) {
			return qualified(to, "") + " or before";
		}
		if (to.isEmpty()) {
			return qualified(from, "") + " or later";
		}
		return (isNext(from, to) ? "%s or %s" : "some day between %s and %s").formatted(shared(from, to),
				qualified(to, ""));
	}

	private static String whenOfMember(String member) {
		int dots = member.indexOf("..");
		if (dots < 0) {
			return qualified(member, preposition(member));
		}
		String from = member.substring(0, dots);
		String to = member.substring(dots + 2);
		String noun = nounOfMember(member);
		if (from.isEmpty() || to.isEmpty()) {
			String known = from.isEmpty() ? to : from;
			return preposition(known) + "or %s ".formatted(from.isEmpty() ? "before" : "after") + qualified(known, "");
		}
		return isNext(from, to) ? preposition(to) + noun : noun.substring("some day ".length());
	}

	// What is the same of two days is said once.
	private static String shared(String from, String to) {
		boolean days = from.matches("[\\d-]{10}") && to.matches("[\\d-]{10}");
		String whole = qualified(from, "");
		if (days && from.startsWith(to.substring(0, 7))) {
			return whole.split(" ", 2)[0];
		}
		return days && from.startsWith(to.substring(0, 4)) ? whole.substring(0, whole.lastIndexOf(' ')) : whole;
	}

	private static boolean isNext(String from, String to) {
		return EdtfDate.parse(from).latest().plusDays(1).equals(EdtfDate.parse(to).earliest());
	}

	private static String preposition(String text) {
		return EdtfParser.parts(text, text).group("day") == null || text.contains("XX") ? "in " : "on ";
	}

	private static String qualified(String text, String preposition) {
		MatchResult parts = EdtfParser.parts(text, text);
		String unqualified = UNKNOWN.matcher(unqualified(parts)).replaceFirst("");
		String about = preposition.equals("on ") ? "around " : preposition + "about ";
		return switch (parts.group("qualifier")) {
			case "?" -> "perhaps " + preposition + unqualified;
			case "~" -> about + unqualified;
			case "%" -> "perhaps " + about + unqualified;
			default -> preposition + unqualified;
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
		return MONTHS.get(month.ordinal());
	}
}
