package org.imprimatur.graph.search;

import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/**
 * Lucene's analysis of English: the words of a text without case, accents and possessives, each followed by its stem in
 * one spelling (decision 11).
 */
final class EnglishAnalysis extends Analyzer {

	/** Nothing of it is bound to a text, and Lucene keeps its parts for each thread. */
	static final EnglishAnalysis ENGLISH = new EnglishAnalysis();

	private EnglishAnalysis() {
	}

	@Override
	protected TokenStreamComponents createComponents(String field) {
		StandardTokenizer words = new StandardTokenizer();
		TokenStream folded = new ASCIIFoldingFilter(new Folding(new EnglishPossessiveFilter(words)));
		TokenStream repeated = new KeywordRepeatFilter(new LengthFilter(folded, 1, Integer.MAX_VALUE));
		return new TokenStreamComponents(words, new OneSpelling(new KStemFilter(repeated)));
	}

	/** Leaves letters and digits alone, without case and accents, and the point of a decimal number. */
	private static final class Folding extends TokenFilter {

		private static final Pattern OTHER = Pattern.compile("(?<!\\p{N})\\.|\\.(?!\\p{N})|[^\\p{L}\\p{N}.]");

		private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

		private Folding(TokenStream input) {
			super(input);
		}

		@Override
		public boolean incrementToken() throws IOException {
			if (!input.incrementToken()) {
				return false;
			}
			if (isPlain()) {
				return true;
			}
			StringBuilder folded = new StringBuilder();
			OTHER.matcher(Normalizer.normalize(term, Normalizer.Form.NFKD)).replaceAll("").codePoints()
					.map(Character::toLowerCase).forEach(it -> folded.appendCodePoint(it == 'ς' ? 'σ' : it));
			term.setEmpty().append(folded);
			return true;
		}

		/** Most words are, and need no more than their case changed. */
		private boolean isPlain() {
			char[] letters = term.buffer();
			for (int place = 0; place < term.length(); place++) {
				char letter = letters[place];
				if (letter >= 'A' && letter <= 'Z') {
					letters[place] = (char) (letter + 'a' - 'A');
				} else if (!(letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9')) {
					return false;
				}
			}
			return true;
		}
	}

	/** Writes stems as Oxford would: organization, analyze, licence, behavior. */
	private static final class OneSpelling extends TokenFilter {

		private static final Pattern IZE = Pattern.compile("(?<=..)is(?=e$|ed$|ation$)|(?<=..y)s(?=e$|ed$)");
		private static final Pattern ENCE = Pattern.compile("(?<=.en)s(?=ed?$)");
		private static final Pattern OR = Pattern.compile("(?<=...)our(?=$|s$|ed$|al$)");
		private static final Pattern ONE_M = Pattern.compile("(?<=^program)me$");

		private static final List<String> SPELT_OTHERWISE = List.of("se", "sed", "sation", "our", "ours", "oured",
				"oural",
				"me");

		private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
		private final KeywordAttribute asWritten = addAttribute(KeywordAttribute.class);

		private OneSpelling(TokenStream input) {
			super(input);
		}

		@Override
		public boolean incrementToken() throws IOException {
			if (!input.incrementToken()) {
				return false;
			}
			String word = term.toString();
			if (!asWritten.isKeyword() && SPELT_OTHERWISE.stream().anyMatch(word::endsWith)) {
				String stem = IZE.matcher(word).replaceFirst(it -> it.group().equals("s") ? "z" : "iz");
				stem = ENCE.matcher(stem).replaceFirst("c");
				stem = OR.matcher(stem).replaceFirst("or");
				term.setEmpty().append(ONE_M.matcher(stem).replaceFirst(""));
			}
			return true;
		}
	}
}
