package org.imprimatur.graph.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a text, as they are indexed, searched and highlighted: runs of letters and digits, and each ideograph by
 * itself, without case and accents.
 */
public final class Tokens {

	private static final Pattern WORD = Pattern
			.compile("\\p{IsIdeographic}|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsIdeographic}]]+");

	/**
	 * A word of a text.
	 *
	 * @param folded the word without case and accents
	 * @param start where it begins in the text
	 * @param end where it has ended
	 */
	public record Word(String folded, int start, int end) {
	}

	private Tokens() {
	}

	/** The words of a text, in their order. */
	public static Stream<Word> of(String text) {
		return WORD.matcher(text).results().map(it -> new Word(folded(it.group()), it.start(), it.end()))
				.filter(word -> !word.folded().isEmpty());
	}

	private static String folded(String word) {
		StringBuilder folded = new StringBuilder();
		Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).codePoints()
				.filter(Character::isLetterOrDigit).forEach(letter -> {
					switch (letter) {
						// What Unicode does not decompose.
						case 'ß' -> folded.append("ss");
						case 'æ' -> folded.append("ae");
						case 'œ' -> folded.append("oe");
						case 'þ' -> folded.append("th");
						case 'ø' -> folded.append('o');
						case 'ð', 'đ' -> folded.append('d');
						case 'ł' -> folded.append('l');
						case 'ı' -> folded.append('i');
						case 'ς' -> folded.append('σ');
						default -> folded.appendCodePoint(letter);
					}
				});
		return folded.toString();
	}
}
