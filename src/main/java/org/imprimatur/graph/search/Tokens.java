package org.imprimatur.graph.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The words of a text, as they are indexed, searched and highlighted. */
public final class Tokens {

	private static final String HYPHENS = "-\u2010\u2011";

	/**
	 * A word of a text.
	 *
	 * @param folded the word without case and accents
	 * @param stem its stem, in one spelling
	 * @param start where it begins in the text
	 * @param end where it has ended
	 */
	public record Word(String folded, String stem, int start, int end) {

		/** What is indexed of it. */
		Stream<String> terms() {
			return Stream.of(folded, stem).distinct();
		}
	}

	private Tokens() {
	}

	/**
	 * The words of a text in their order, with those that hyphens part as one word, too, and with the days it names.
	 */
	public static List<Word> of(String text) {
		List<Word> words = parts(text);
		List<Word> all = new ArrayList<>(words);
		for (int place = 1; place < words.size(); place++) {
			Word before = words.get(place - 1);
			Word word = words.get(place);
			Word joined = joined(before, word);
			// Numbers are no word together.
			if (word.start() == before.end() + 1 && HYPHENS.indexOf(text.charAt(before.end())) >= 0
					&& joined.folded().codePoints().anyMatch(Character::isLetter)) {
				all.add(joined);
			}
		}
		all.addAll(WrittenDates.in(text));
		all.sort(Comparator.comparing(Word::start).thenComparing(Word::end));
		return all;
	}

	/** The words of a text, each by itself. */
	static List<Word> parts(String text) {
		List<Word> words = new ArrayList<>();
		try (TokenStream tokens = EnglishAnalysis.ENGLISH.tokenStream("", text)) {
			CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
			OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
			PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
			tokens.reset();
			while (tokens.incrementToken()) {
				boolean stem = increment.getPositionIncrement() == 0;
				String folded = stem ? words.removeLast().folded() : term.toString();
				words.add(new Word(folded, term.toString(), place.startOffset(), place.endOffset()));
			}
			tokens.end();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return words;
	}

	/** Two words as one. */
	static Word joined(Word before, Word word) {
		return new Word(before.folded() + word.folded(), before.folded() + word.stem(), before.start(), word.end());
	}
}
