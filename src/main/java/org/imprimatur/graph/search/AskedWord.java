package org.imprimatur.graph.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.graph.search.Tokens.Word;
import org.imprimatur.knowledge.EditDistance;

/** A word that somebody looks for, and all that a text may have in its place. */
final class AskedWord {

	private static final int LEAST_BEGINNING = 2;
	private static final int LEAST_MISTYPED = 3;
	private static final int LEAST_TWICE_MISTYPED = 8;
	/** Longer ones are too complex for Lucene. */
	private static final int MOST_MISTYPED = 32;
	private static final int NEAR = 3;

	private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("(\\p{L}+)(\\p{N}+)|(\\p{N}+)(\\p{L}+)");
	private static final Pattern DIGITS = Pattern.compile("[\\p{N}.]+");

	private final Word word;
	/** What was parted and may be one word in a text. */
	private final Set<String> joined = new LinkedHashSet<>();
	/** What is one word and may be parted in a text. */
	private final List<String> parted;
	/** What stands for it: stems that are side by side in a text. */
	private final Set<List<String>> synonyms = new LinkedHashSet<>();

	AskedWord(Word word) {
		this.word = word;
		this.parted = LETTERS_AND_DIGITS.matcher(word.folded()).results()
				.filter(it -> it.end() - it.start() == word.folded().length())
				.flatMap(it -> IntStream.rangeClosed(1, it.groupCount()).mapToObj(it::group))
				.filter(part -> part != null).toList();
	}

	void mayBe(Word parts) {
		joined.addAll(parts.terms().toList());
	}

	void mayBe(List<String> stems) {
		synonyms.add(stems);
	}

	boolean is(Word other) {
		return word.folded().equals(other.folded());
	}

	/** Whether a word is this one, or one that it is a part of. */
	boolean isWhole(Word other) {
		return is(other) || joined.contains(other.folded());
	}

	String stem() {
		return word.stem();
	}

	/** Where a text answers to it. */
	Stream<Word> places(List<Word> text, boolean corrected) {
		Stream<Word> alone = text.stream().filter(it -> it.terms().anyMatch(term -> answers(term, corrected)));
		Stream<List<String>> phrases = Stream.concat(synonyms.stream(), Stream.of(parted))
				.filter(phrase -> !phrase.isEmpty());
		return Stream.concat(alone, phrases.flatMap(phrase -> runs(text, phrase))).distinct();
	}

	private boolean answers(String term, boolean corrected) {
		return word.terms().anyMatch(term::equals) || joined.contains(term)
				|| (isBeginning() && term.startsWith(word.folded()))
				|| (corrected && isMistyped(term));
	}

	/** Where all stems of a phrase stand side by side, but for what hyphens join. */
	private static Stream<Word> runs(List<Word> text, List<String> phrase) {
		return IntStream.range(0, text.size()).boxed().flatMap(first -> run(text, first, phrase));
	}

	private static Stream<Word> run(List<Word> text, int first, List<String> phrase) {
		List<Word> run = new ArrayList<>();
		int from = first;
		for (String stem : phrase) {
			int place = from;
			int most = Math.min(text.size(), run.isEmpty() ? first + 1 : from + NEAR);
			while (place < most && text.get(place).terms().noneMatch(stem::equals)) {
				place++;
			}
			if (place >= most) {
				return Stream.of();
			}
			run.add(text.get(place));
			from = place + 1;
		}
		return run.stream();
	}

	/** For Lucene, that it is in a name, as a whole. */
	String inName() {
		return Stream.concat(Stream.of(word.folded()), joined.stream()).map("names:%1$s^20 called:%1$s^20"::formatted)
				.collect(Collectors.joining(" "));
	}

	/** For Lucene, what is called so. */
	String called(boolean corrected) {
		String terms = Stream.concat(word.terms(), joined.stream()).distinct().map("called:%s"::formatted)
				.collect(Collectors.joining(" "));
		return corrected && typos() > 0 ? "%s called:%s~%d".formatted(terms, word.folded(), typos()) : terms;
	}

	/** For Lucene, what says it: a name weighs more than a text, the word itself more than what stands for it. */
	String anywhere(boolean corrected) {
		List<String> clauses = new ArrayList<>();
		word.terms().forEach(it -> clauses.add("names:%1$s^20 words:%1$s kinds:%1$s^12".formatted(it)));
		if (isBeginning()) {
			clauses.add("names:%1$s*^10 words:%1$s*^0.01".formatted(word.folded()));
		}
		if (corrected && typos() > 0) {
			clauses.add("names:%1$s~%2$d^20 words:%1$s~%2$d".formatted(word.folded(), typos()));
		}
		joined.forEach(it -> clauses.add("names:%1$s^20 words:%1$s".formatted(it)));
		if (!parted.isEmpty()) {
			clauses.add("names:\"%1$s\"~2^20 words:\"%1$s\"~2".formatted(String.join(" ", parted)));
		}
		if (!corrected) {
			synonyms.forEach(it -> clauses.add((it.size() == 1
					? "names:%1$s^8 words:%1$s^0.4 kinds:%1$s^4"
					: "names:\"%1$s\"~2^8 words:\"%1$s\"~2^0.4 kinds:\"%1$s\"~2^4").formatted(String.join(" ", it))));
		}
		return String.join(" ", clauses);
	}

	private boolean isMistyped(String meant) {
		int typos = typos();
		return EditDistance.optimalStringAlignment(word.folded(), meant, typos + 1) <= typos;
	}

	private boolean isBeginning() {
		return length() >= LEAST_BEGINNING;
	}

	/** How many letters of a word may be wrong, missing, too many or, two of them, in the other's place. */
	private int typos() {
		int length = length();
		if (length < LEAST_MISTYPED || length > MOST_MISTYPED || DIGITS.matcher(word.folded()).matches()) {
			return 0;
		}
		return length < LEAST_TWICE_MISTYPED ? 1 : 2;
	}

	private int length() {
		return word.folded().codePointCount(0, word.folded().length());
	}
}
