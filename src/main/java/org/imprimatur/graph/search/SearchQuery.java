package org.imprimatur.graph.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.graph.search.Tokens.Word;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.text.Excerpt;

/**
 * What somebody looks for: words, each of which has to be in a record, as it is, by its stem, by what stands for it,
 * or as the beginning of a longer one. Whatever else was typed does not count, so that nothing can be meant, or
 * mistaken, for a query of Lucene's.
 */
public final class SearchQuery {

	/** So much of what was typed counts. */
	private static final int MOST_CHARACTERS = 256;

	/**
	 * So many different words count: Lucene allows 1,024 clauses, and a mistyped word can take 50 in each of two
	 * fields.
	 */
	public static final int MOST_WORDS = 8;

	/** Words that are everywhere and tell nothing, unless nothing else is looked for. */
	private static final Set<String> COMMON = Set.of("a", "an", "and", "are", "as", "at", "be", "but", "by", "for",
			"from", "had", "has", "have", "if", "in", "into", "is", "it", "no", "not", "of", "on", "or", "rather",
			"such", "than",
			"that", "the", "their", "then", "there", "these", "they", "this", "to", "was", "were", "which", "will",
			"with",
			// of questions
			"did", "do", "does", "how", "what", "when", "where", "who", "whom", "whose", "why",
			// of names in other languages
			"dei", "del", "della", "delle", "dello", "des", "di", "du", "il", "la", "le", "per");

	/** What it weighs to have the name that was typed, an alias, or the words of one in another order. */
	private static final List<Integer> NAMED = List.of(200, 100, 60);

	private final List<AskedWord> words;
	private final List<Word> parts;

	private SearchQuery(List<AskedWord> words, List<Word> parts) {
		this.words = words;
		this.parts = parts;
	}

	/** How words of a text may answer. */
	public enum Way {
		/** Every word is there. */
		AS_TYPED,
		/** Every word is there, or one that it may have been mistyped for. */
		CORRECTED,
		/** Some are there. */
		IN_PART,
		/** Every word is in the name, as a whole. */
		NAMED
	}

	/**
	 * Where a word that was looked for is in a text.
	 *
	 * @param asked its place among those that were looked for
	 * @param start where it begins in the text
	 * @param end where it has ended
	 */
	public record Match(int asked, int start, int end) {
	}

	/** Reads what somebody typed. */
	public static SearchQuery of(String text) {
		String counted = Excerpt.beginning(text, MOST_CHARACTERS);
		List<Word> dates = WrittenDates.in(counted);
		List<Word> parts = Tokens.parts(counted);
		List<Word> typed = Stream.concat(dates.stream(), parts.stream().filter(word -> dates.stream()
				.noneMatch(date -> date.start() <= word.start() && word.end() <= date.end())))
				.sorted(Comparator.comparing(Word::start)).toList();
		List<Word> telling = telling(typed);
		List<AskedWord> words = new ArrayList<>();
		for (Word word : telling.isEmpty() ? typed : telling) {
			if (words.size() < MOST_WORDS && words.stream().noneMatch(it -> it.is(word))) {
				words.add(new AskedWord(word));
			}
		}
		Synonyms.of(typed).forEach(it -> words.stream()
				.filter(word -> typed.subList(it.from(), it.to()).stream().anyMatch(word::is))
				.forEach(word -> word.mayBe(it.stems())));
		for (int place = 1; place < typed.size(); place++) {
			Word before = typed.get(place - 1);
			Word word = typed.get(place);
			Word joined = Tokens.joined(before, word);
			words.stream().filter(it -> it.is(before) || it.is(word)).forEach(it -> it.mayBe(joined));
		}
		return new SearchQuery(words, parts);
	}

	/** The words of a name that tell it from others. */
	static List<Word> telling(List<Word> words) {
		return words.stream().filter(word -> !COMMON.contains(word.folded())).toList();
	}

	/** Whether there is no word in it. */
	boolean isEmpty() {
		return words.isEmpty();
	}

	/** How many letters and digits were typed. */
	int length() {
		return parts.stream().mapToInt(it -> it.folded().length()).sum();
	}

	/** How many words are looked for. */
	public int size() {
		return words.size();
	}

	/** The kinds that a word names, beside others: of "Lutnick letter", letters are meant. */
	List<Kind> kinds() {
		return words.size() < 2
				? List.of()
				: Arrays.stream(Kind.values())
						.filter(kind -> words.stream().anyMatch(it -> it.stem().equals(kind.prefix())))
						.toList();
	}

	/** Whether the whole name of an entity, or an alias, is in what was typed. */
	boolean names(Entity entity) {
		return !Collections.disjoint(LookupKeys.of(entity), LookupKeys.within(parts).toList());
	}

	/** Whether all words are in what an entity is called, and not their stems alone. */
	boolean isInNames(Entity entity) {
		List<Word> names = SearchedText.of(entity).stream().filter(text -> text.field().isName())
				.flatMap(text -> Tokens.of(text.text()).stream()).toList();
		return words.stream().allMatch(asked -> names.stream().anyMatch(asked::isWhole));
	}

	/** How many of the words are in one or another of several texts. */
	long answered(Stream<SearchedText> texts, Way way) {
		return texts.flatMap(text -> matches(Tokens.of(text.text()), way).stream()).map(Match::asked).distinct()
				.count();
	}

	/** Where the words are in a text, in the order in which they are looked for. */
	public List<Match> matches(List<Word> text, Way way) {
		return IntStream.range(0, words.size()).boxed()
				.flatMap(asked -> words.get(asked).places(text, way == Way.CORRECTED)
						.map(it -> new Match(asked, it.start(), it.end())))
				.toList();
	}

	/** For each word, for Lucene, what is called so. */
	List<String> called(Way way) {
		return way == Way.NAMED ? List.of() : words.stream().map(word -> word.called(way == Way.CORRECTED)).toList();
	}

	/** For each word, for Lucene, a clause to which what refers to something that is called so may be added. */
	List<String> clauses(Way way) {
		return words.stream()
				.map(word -> "%s(%s".formatted(way == Way.IN_PART ? "" : "+",
						way == Way.NAMED ? word.inName() : word.anywhere(way == Way.CORRECTED)))
				.toList();
	}

	/**
	 * For Lucene, what weighs more than any word: to be called as it was typed, or by the same words in another
	 * order; if not all words have to be there, to be called by some that stand together; and to have all of them
	 * side by side.
	 */
	String whole(Way way) {
		List<String> keys = LookupKeys.ofName(parts).toList();
		Stream<String> named = IntStream.range(0, keys.size()).mapToObj(
				place -> "keys:%s^%d".formatted(keys.get(place), NAMED.get(place)));
		Stream<String> within = way == Way.IN_PART
				? LookupKeys.within(parts).map("keys:%s^20"::formatted)
				: Stream.of();
		String stems = words.stream().map(AskedWord::stem).collect(Collectors.joining(" "));
		Stream<String> together = words.size() < 2
				? Stream.of()
				: Stream.of("names:\"%1$s\"~4^20 words:\"%1$s\"~4^15".formatted(stems));
		return Stream.of(named, within, together).flatMap(it -> it).collect(Collectors.joining(" "));
	}
}
