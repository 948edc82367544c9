package org.imprimatur.knowledge;

import java.util.List;
import org.imprimatur.time.EdtfDate;

/** What entities are called in sentences. */
public final class Names {

	private static final int LISTED = 3;

	private Names() {
	}

	/** What a reader would call it: "the letter of 12 June 2026". */
	public static String of(Entity entity) {
		return switch (entity) {
			case Instrument it when it.issued() != null ->
				"the %s of %s".formatted(Kind.ofId(it.id()).prefix(), day(it.issued()));
			case Instrument it -> "the %s “%s”".formatted(Kind.ofId(it.id()).prefix(), it.title());
			case Party it -> it.name();
			case Model it -> it.name();
			default -> "“%s”".formatted(entity.name());
		};
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

	/** A date as it follows a preposition: "26 June 2026", "some day on or before 30 June 2026". */
	public static String day(EdtfDate date) {
		String reading = date.reading();
		return reading.startsWith("on ") || reading.startsWith("between ") ? "some day " + reading : reading;
	}
}
