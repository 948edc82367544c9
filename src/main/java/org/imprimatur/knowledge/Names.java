package org.imprimatur.knowledge;

import org.imprimatur.time.EdtfDate;

/** What entities are called in sentences. */
public final class Names {

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

	/** A date as it follows a preposition: "26 June 2026", "some day on or before 30 June 2026". */
	public static String day(EdtfDate date) {
		String reading = date.reading();
		return reading.startsWith("on ") || reading.startsWith("between ") ? "some day " + reading : reading;
	}
}
