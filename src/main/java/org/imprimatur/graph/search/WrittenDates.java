package org.imprimatur.graph.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.imprimatur.graph.search.Tokens.Word;

/**
 * Days and months as they are written in texts and questions: 2026-06-26, 26 June 2026, June 26, 2026, June 2026.
 * Each is one word of digits, of which a month is the beginning.
 */
final class WrittenDates {

	private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec".toLowerCase(Locale.ROOT);
	private static final int LETTERS = 3;

	private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");
	private static final Pattern DATE = Pattern.compile("""
		(?<![\\p{L}\\p{N}])(?:
		(?<year>[12]\\d{3})-(?<number>0[1-9]|1[0-2])(?:-(?<day>[0-3]\\d))?(?!-?\\d)
		|(?:(?<before>[0-3]?\\d)\\s+)?
		(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?
		|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?
		(?:\\s+(?<after>[0-3]?\\d),?)?\\s+(?<of>[12]\\d{3}))(?![\\p{L}\\p{N}])""",
			Pattern.COMMENTS | Pattern.CASE_INSENSITIVE);

	private WrittenDates() {
	}

	/** The dates in a text. */
	static List<Word> in(String text) {
		return YEAR.matcher(text).find() ? dates(text) : List.of();
	}

	private static List<Word> dates(String text) {
		return DATE.matcher(text).results().map(it -> {
			String digits = digits(it);
			return new Word(digits, digits, it.start(), it.end());
		}).toList();
	}

	private static String digits(MatchResult date) {
		if (date.group("year") != null) {
			return date.group("year") + date.group("number") + given(date, "day");
		}
		int month = MONTHS.indexOf(date.group("month").toLowerCase(Locale.ROOT).substring(0, LETTERS)) / LETTERS + 1;
		String day = given(date, date.group("before") == null ? "after" : "before");
		return "%s%02d%s".formatted(date.group("of"), month, day.length() == 1 ? "0" + day : day);
	}

	private static String given(MatchResult date, String group) {
		return date.group(group) == null ? "" : date.group(group);
	}
}
