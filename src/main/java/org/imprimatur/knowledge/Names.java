package org.imprimatur.knowledge;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** What entities are called in sentences. */
public final class Names {

	private static final int LISTED = 3;
	/** A possessive behind more words than these is read twice. */
	private static final int SHORT = 6;
	/** Adjectives of places with which names of categories may begin. */
	private static final Set<String> PROPER = Set.of("African", "American", "Arab", "Argentine", "Asian", "Australian",
			"Austrian", "Belgian", "Brazilian", "British", "Bulgarian", "Canadian", "Chilean", "Chinese", "Colombian",
			"Croatian", "Cuban", "Czech", "Danish", "Dutch", "Egyptian", "English", "Estonian", "European", "Finnish",
			"French", "German", "Greek", "Hungarian", "Icelandic", "Indian", "Indonesian", "Iranian", "Iraqi", "Irish",
			"Israeli", "Italian", "Japanese", "Korean", "Latvian", "Lithuanian", "Malaysian", "Mexican", "Norwegian",
			"Philippine", "Polish", "Portuguese", "Romanian", "Russian", "Saudi", "Singaporean", "Slovak", "Slovenian",
			"Spanish", "Swedish", "Swiss", "Taiwanese", "Thai", "Turkish", "Ukrainian", "Vietnamese");
	/** Words that are written small within a sentence. */
	private static final Set<String> SMALL = Set.of("A", "An", "By", "Deadline", "Deadlines", "It", "No", "Nothing",
			"Only",
			"Perhaps", "Some", "That", "The", "There", "This", "What", "When", "Whether");

	private static final String ENDS_OF_WORDS = " '’";
	private static final Pattern FIRST_PART_ENDS = Pattern.compile("[ ,-]");

	private Names() {
	}

	/**
	 * What a reader would call it inside a sentence: "the Department of Commerce's letter of 12 June 2026", "the EU AI
	 * Act", "users of ChatGPT in Italy".
	 *
	 * @param facts where those are who made an act; whom they do not hold is not named
	 */
	public static String of(Entity entity, Facts facts) {
		return switch (entity) {
			case Instrument it when it.shortTitle() != null -> it.shortTitle();
			case Instrument it -> act(it, Kind.ofId(it.id()).prefix(),
					it.issuedBy().stream().flatMap(by -> facts.find(by, Party.class).stream())
							.map(by -> of(by, facts)).toList());
			case Agency it -> it.name().startsWith("The ") ? small(it.name()) : "the " + it.name();
			case Category it -> common(it.name());
			case Party it -> it.name();
			case Model it -> it.name();
			case Source it -> "“%s”".formatted(it.title());
			default -> "“%s”".formatted(entity.name());
		};
	}

	// By who made it and when; where the day is too vague to tell it by, by its title.
	private static String act(Instrument it, String kind, List<String> makers) {
		String issued = it.issued() == null ? null : issued(it.issued());
		if (issued == null) {
			return "the %s “%s”".formatted(kind, it.title());
		}
		String dated = "%s of %s".formatted(kind, issued);
		if (makers.isEmpty()) {
			return "the " + dated;
		}
		String maker = makers.getFirst();
		boolean possessive = makers.size() == 1 && !maker.endsWith("s") && maker.split(" ").length <= SHORT;
		return possessive ? "%s's %s".formatted(maker, dated) : "the %s by %s".formatted(dated, listSome(makers));
	}

	private static @Nullable String issued(EdtfDate date) {
		LocalDate from = date.earliest();
		LocalDate to = date.latest();
		boolean span = date.text().contains("..") && from.isAfter(EdtfDate.DISTANT_PAST)
				&& from.plusDays(1).isBefore(to);
		if (!span) {
			return day(date);
		}
		YearMonth first = YearMonth.from(from);
		YearMonth last = YearMonth.from(to);
		if (first.equals(last)) {
			return day(EdtfDate.parse(first.toString()));
		}
		if (!first.plusMonths(1).equals(last)) {
			return null;
		}
		String both = day(EdtfDate.parse("[%s,%s]".formatted(first, last)));
		return first.getYear() == last.getYear() ? both.replaceFirst(" %d or".formatted(first.getYear()), " or") : both;
	}

	/** Several as a sentence lists them: "A, B and C". */
	public static String list(List<String> names) {
		return names.size() < 2
				? String.join("", names)
				: "%s and %s".formatted(String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
	}

	/** The same, of many only the first and how many more: "A, B and 7 more". */
	public static String listSome(List<String> names) {
		return names.size() <= LISTED
				? list(names)
				: "%s and %d more".formatted(String.join(", ", names.subList(0, LISTED - 1)),
						names.size() - LISTED + 1);
	}

	/** A date as it follows "of" or "from": "26 June 2026", "about June 2026", "30 June 2026 or before". */
	public static String day(EdtfDate date) {
		return date.noun();
	}

	/** Words as a sentence of their own. What is written in its own way, as xAI is, stays so. */
	public static String sentence(String words) {
		boolean own = words.chars().takeWhile(it -> ENDS_OF_WORDS.indexOf(it) < 0).skip(1)
				.anyMatch(Character::isUpperCase);
		String begun = own ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
		return begun.endsWith(".") ? begun : begun + ".";
	}

	/** A sentence as a part of another. */
	public static String clause(String sentence) {
		String words = sentence.substring(0, sentence.length() - 1);
		return SMALL.contains(words.split(" ", 2)[0]) ? small(words) : words;
	}

	// Names of categories are written as titles are; all but a proper name begins small within a sentence.
	private static String common(String name) {
		String first = FIRST_PART_ENDS.split(name, 2)[0];
		boolean proper = PROPER.contains(first) || first.endsWith("'s") || first.endsWith("’s")
				|| first.chars().skip(1).anyMatch(it -> !Character.isLowerCase(it));
		return proper ? name : small(name);
	}

	private static String small(String words) {
		return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
	}
}
