package org.imprimatur.graph.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.knowledge.EditDistance;

/**
 * What somebody looks for: words, each of which has to be in a record, as it is or as the beginning of a longer one.
 * Whatever else was typed does not count, so that nothing can be meant, or mistaken, for a query of Lucene's.
 */
public final class SearchQuery {

	/** So much of what was typed counts. */
	private static final int MOST_CHARACTERS = 256;

	/**
	 * So many different words count: Lucene allows 1,024 clauses, and a mistyped word can take 50 in each of two
	 * fields.
	 */
	public static final int MOST_WORDS = 8;

	/** Between two names; no word has it. */
	public static final String BETWEEN_NAMES = "|";

	private static final int LEAST_BEGINNING = 2;
	private static final int LEAST_MISTYPED = 3;
	private static final int LEAST_TWICE_MISTYPED = 8;
	/** Longer ones are too complex for Lucene. */
	private static final int MOST_MISTYPED = 32;

	/** Tokens that are everywhere and tell nothing, unless nothing else is looked for. */
	private static final Set<String> COMMON = Set.of("a", "an", "and", "are", "as", "at", "be", "but", "by", "for",
			"from", "if", "in", "into", "is", "it", "no", "not", "of", "on", "or", "such", "that", "the", "their",
			"then",
			"there", "these", "they", "this", "to", "was", "which", "will", "with");

	private final List<String> typed;
	private final List<String> words;

	private SearchQuery(List<String> typed, List<String> words) {
		this.typed = typed;
		this.words = words;
	}

	/** Reads what somebody typed. */
	public static SearchQuery of(String text) {
		List<String> typed = Tokens.of(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)))
				.map(Tokens.Word::folded).toList();
		List<String> telling = typed.stream().filter(word -> !COMMON.contains(word)).toList();
		return new SearchQuery(typed,
				(telling.isEmpty() ? typed : telling).stream().distinct().limit(MOST_WORDS).toList());
	}

	/** Whether there is no word in it. */
	boolean isEmpty() {
		return words.isEmpty();
	}

	/**
	 * The words that a word of a text answers to.
	 *
	 * @param corrected whether words may be mistyped
	 */
	public Stream<String> answered(String word, boolean corrected) {
		return words.stream().filter(asked -> word.equals(asked)
				|| (isBeginning(asked) && word.startsWith(asked))
				|| (corrected && isMistyped(asked, word)));
	}

	/**
	 * The words as they were typed, for Lucene. A name weighs more than whatever is said: the beginning of a name as
	 * much as the score of a word in a text can come to, a whole name most of all.
	 */
	String asTyped() {
		String whole = typed.stream().collect(Collectors.joining(" ",
				"names:\"%s ".formatted(BETWEEN_NAMES), " %s\"^100".formatted(BETWEEN_NAMES)));
		return "%s %s".formatted(required(false), whole);
	}

	/** The words with what may have been mistyped in them, for Lucene. */
	String corrected() {
		return required(true);
	}

	private String required(boolean corrected) {
		return words.stream().map(word -> clause(word, corrected)).collect(Collectors.joining(" "));
	}

	private static String clause(String word, boolean corrected) {
		int typos = corrected ? typos(word) : 0;
		String either = typos == 0 ? word : "%s~%d".formatted(word, typos);
		String clause = "names:%1$s^20 words:%1$s".formatted(either);
		return "+(%s%s)".formatted(clause,
				isBeginning(word) ? " names:%1$s*^20 words:%1$s*^0.01".formatted(word) : "");
	}

	private static boolean isMistyped(String word, String meant) {
		int typos = typos(word);
		return EditDistance.optimalStringAlignment(word, meant, typos + 1) <= typos;
	}

	private static boolean isBeginning(String word) {
		return length(word) >= LEAST_BEGINNING;
	}

	/** How many letters of a word may be wrong, missing, too many or, two of them, in the other's place. */
	private static int typos(String word) {
		int length = length(word);
		if (length < LEAST_MISTYPED || length > MOST_MISTYPED) {
			return 0;
		}
		return length < LEAST_TWICE_MISTYPED ? 1 : 2;
	}

	private static int length(String word) {
		return word.codePointCount(0, word.length());
	}
}
