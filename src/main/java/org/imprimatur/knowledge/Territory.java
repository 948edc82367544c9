package org.imprimatur.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.imprimatur.text.Excerpt;

/**
 * The vocabulary of places (design, "The domain"): a country by its ISO 3166-1 alpha-2 code, a part of one by its ISO
 * 3166-2 code, or a named group of countries. Of a part only the country and the form are checked: the parts of a
 * country change every year, and no list of them comes with Java.
 */
public final class Territory {

	/** The fields of records whose values are in the vocabulary. */
	public static final Set<String> FIELDS = Set.of("jurisdiction", "territory", "destinations", "seats",
			"parentSeats");

	/** Groups of countries that are places of their own: their members belong to them. */
	private static final Map<String, String> GROUP_NAMES = Map.of("EU", "the European Union", "EEA",
			"the European Economic Area");
	private static final Set<String> GROUPS = GROUP_NAMES.keySet();
	private static final Set<String> WITH_ARTICLE = Set.of("AE", "BS", "CF", "CG", "CD", "DO", "GB", "GM", "KM", "MH",
			"MV", "NL", "PH", "SB", "SC", "US");

	private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
	private static final Pattern PART = Pattern.compile("[A-Z0-9]{1,3}");
	private static final int QUOTED = 40;

	private Territory() {
	}

	/**
	 * A text that is in the vocabulary, as it is.
	 *
	 * @throws IllegalArgumentException with a sentence for people, which says what is meant, if it is not
	 */
	public static String of(String text) {
		if (isKnown(text)) {
			return text;
		}
		String quoted = quoted(text);
		if (text.equals("UK")) {
			throw new IllegalArgumentException("'UK' is no ISO 3166 code; the United Kingdom is GB");
		}
		throw new IllegalArgumentException(meant(text).map(code -> "%s: write %s".formatted(quoted, code))
				.orElseGet(() -> "%s is no ISO 3166 code; write IT, US-CA, EU or EEA".formatted(quoted)));
	}

	/** What a place is called after a preposition: "the European Union", "Italy", "California"; else by its code. */
	public static String name(String code) {
		if (!COUNTRIES.contains(code)) {
			return GROUP_NAMES.getOrDefault(code, PartNames.BY_CODE.getOrDefault(code, code));
		}
		String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
		return WITH_ARTICLE.contains(code) ? "the " + name : name;
	}

	private static boolean isKnown(String text) {
		int dash = text.indexOf('-');
		return dash < 0
				? COUNTRIES.contains(text) || GROUPS.contains(text)
				: COUNTRIES.contains(text.substring(0, dash))
						&& PART.matcher(text.substring(dash + 1)).matches();
	}

	/** The code that another spelling of a place, its name or its three letters stand for. */
	private static Optional<String> meant(String text) {
		if (text.length() > QUOTED) {
			return Optional.empty();
		}
		String code = Spellings.CODES.get(folded(text));
		if (code != null) {
			return Optional.of(code);
		}
		int dash = text.replace('_', '-').indexOf('-');
		String country = dash < 0 ? null : Spellings.CODES.get(folded(text.substring(0, dash)));
		return Optional.ofNullable(country)
				.map(it -> "%s-%s".formatted(it, text.substring(dash + 1).strip().toUpperCase(Locale.ROOT)))
				.filter(Territory::isKnown);
	}

	/** What people write for codes, folded; made when somebody does. */
	private static final class Spellings {

		private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN,
				Locale.ITALIAN, Locale.of("es"), Locale.of("pt"), Locale.of("nl"));
		private static final Map<String, String> CODES = codes();

		private static Map<String, String> codes() {
			Map<String, String> codes = new HashMap<>(Map.of("uk", "GB", "greatbritain", "GB", "britain", "GB", "el",
					"GR", "unitedstatesofamerica", "US", "europeanunion", "EU", "europeaneconomicarea", "EEA"));
			for (String code : COUNTRIES) {
				Locale country = Locale.of("", code);
				LANGUAGES.forEach(language -> codes.put(folded(country.getDisplayCountry(language)), code));
				codes.put(folded(country.getISO3Country()), code);
				codes.put(folded(code), code);
			}
			GROUPS.forEach(group -> codes.put(folded(group), group));
			return Map.copyOf(codes);
		}
	}

	private static String folded(String text) {
		return text.replaceAll("[^\\p{L}\\p{M}\\p{N}]", "").toLowerCase(Locale.ROOT);
	}

	private static String quoted(String text) {
		return "'%s'".formatted(Excerpt.of(text, QUOTED).replaceAll("\\p{C}", " "));
	}
}
