package org.imprimatur.text;

import java.text.BreakIterator;
import java.util.Locale;

/** The beginning of a text that is too long to be repeated; what a reader takes for one character is never cut. */
public final class Excerpt {

	/** More than a character of Unicode is made of, unless somebody means harm. */
	private static final int LONGEST_CHARACTER = 64;

	private Excerpt() {
	}

	/**
	 * The text, or as much of it as fits, with an ellipsis.
	 *
	 * @param most so many {@code char}s fit, the ellipsis not counted
	 */
	public static String of(String text, int most) {
		return text.length() <= most ? text : beginning(text, most) + "…";
	}

	/**
	 * The text, or as much of it as fits.
	 *
	 * @param most so many {@code char}s fit
	 */
	public static String beginning(String text, int most) {
		if (text.length() <= most) {
			return text;
		}
		BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
		characters.setText(text.substring(0, Math.min(text.length(), most + LONGEST_CHARACTER)));
		return text.substring(0, characters.preceding(most + 1));
	}
}
