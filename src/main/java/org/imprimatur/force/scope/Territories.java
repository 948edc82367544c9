package org.imprimatur.force.scope;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;

/**
 * Which territory lies in which: a subdivision in its country, a member state in the Union and in the Economic Area,
 * everything in the world.
 */
public final class Territories {

	/** What no scope names: the place where only what holds everywhere holds. */
	public static final String ELSEWHERE = "";

	/** Broader before narrower, then by name, so that where it makes no difference the broadest place is named. */
	public static final Comparator<String> BROADEST_FIRST = Comparator.comparingInt(Territories::depth)
			.thenComparing(Comparator.naturalOrder());

	/** The members of the European Economic Area that are not in the Union. */
	private static final Set<String> BESIDE_THE_UNION = Set.of("IS", "LI", "NO");

	private static final Set<String> UNION = Set.of("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR",
			"GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

	private Territories() {
	}

	/** Whether a scope with these territories holds in {@code place}; one without any holds everywhere. */
	public static boolean cover(Collection<String> territories, String place) {
		return territories.isEmpty() || territories.stream().anyMatch(territory -> lies(place, territory));
	}

	private static boolean lies(String place, String territory) {
		return place.equals(territory) || place.startsWith(territory) && place.charAt(territory.length()) == '-'
				|| territory.equals("EU") && UNION.contains(country(place)) || territory.equals("EEA")
						&& (place.equals("EU") || UNION.contains(country(place))
								|| BESIDE_THE_UNION.contains(country(place)));
	}

	private static int depth(String place) {
		if (place.equals(ELSEWHERE)) {
			return 0;
		}
		return 1 + (UNION.contains(country(place)) ? 1 : 0) + (place.contains("-") ? 1 : 0);
	}

	private static String country(String place) {
		int dash = place.indexOf('-');
		return dash < 0 ? place : place.substring(0, dash);
	}
}
