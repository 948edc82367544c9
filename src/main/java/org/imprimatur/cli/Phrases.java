package org.imprimatur.cli;

import java.util.Locale;

/** How results are put. */
final class Phrases {

	private Phrases() {
	}

	/** A number of things: {@code 1 file}, {@code 1,234 files}. */
	static String count(int number, String thing) {
		return "%,d %s%s".formatted(number, thing, number == 1 ? "" : "s");
	}

	/** A constant as it is typed and read: {@code world-event}. */
	static String of(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** A constant in a sentence: {@code in force}. */
	static String spoken(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}
}
