package org.imprimatur.graph.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.graph.search.Tokens.Word;
import org.imprimatur.knowledge.Company;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Sha256;
import org.imprimatur.knowledge.Source;

/**
 * What an entity can be looked up by: a rank, the best of which wins, and a digest, which is one word for the index
 * whatever the identifier holds, and however long it is.
 */
final class LookupKeys {

	private static final int ID = 0;
	private static final int NUMBER = 1;
	private static final int NAME = 2;
	private static final int ALIAS = 3;
	private static final int SAME_WORDS = 4;

	/** The ranks: ids, official numbers and addresses, names, aliases, and the words of either in another order. */
	static final List<Integer> RANKS = List.of(ID, NUMBER, NAME, ALIAS, SAME_WORDS);

	private static final Pattern WHITE_SPACE = Pattern.compile("\\p{IsWhite_Space}+");
	private static final Pattern AROUND_ADDRESS = Pattern.compile("^(https?://)?(www\\.)?|/+$");
	private static final String AFTER_DOCKET = ", ";

	private LookupKeys() {
	}

	/** The keys of an entity. */
	static List<String> of(Entity entity) {
		List<String> keys = new ArrayList<>();
		keys.add(key(ID, folded(entity.id())));
		switch (entity) {
			// A docket has several rulings, each a document of its own.
			case Instrument instrument when instrument.number() != null ->
				Stream.of(instrument.number(), instrument.number().split(AFTER_DOCKET)[0])
						.forEach(it -> keys.add(key(NUMBER, folded(it))));
			case Source source when source.address() != null -> keys.add(key(NUMBER, folded(source.address())));
			case Company company -> company.identifiers().forEach(it -> {
				keys.add(key(NUMBER, folded(it.value())));
				keys.add(key(NUMBER, folded("%s:%s".formatted(it.scheme(), it.value()))));
			});
			default -> {
			}
		}
		name(keys, NAME, entity.name());
		SearchedText.of(entity).stream().filter(text -> text.field() == SearchedText.Field.ALIASES)
				.forEach(alias -> name(keys, ALIAS, alias.text()));
		return keys.stream().distinct().toList();
	}

	private static void name(List<String> keys, int rank, String name) {
		List<Word> words = Tokens.parts(name);
		inOrder(words).ifPresent(it -> keys.add(key(rank, it)));
		inAnyOrder(words).ifPresent(it -> keys.add(key(SAME_WORDS, it)));
	}

	/** The keys that an identifier may be found by, in the order of the ranks. */
	static List<String> of(String identifier) {
		return Stream.concat(Stream.of(ID, NUMBER).map(rank -> key(rank, folded(identifier))),
				ofName(Tokens.parts(identifier))).toList();
	}

	/** The keys of what is called by these words, in the order of the ranks; none without a word. */
	static Stream<String> ofName(List<Word> words) {
		return Stream.concat(
				inOrder(words).stream().flatMap(it -> Stream.of(NAME, ALIAS).map(rank -> key(rank, it))),
				inAnyOrder(words).stream().map(it -> key(SAME_WORDS, it)));
	}

	/** The keys of what is called by some of these words that stand together. */
	static Stream<String> within(List<Word> words) {
		int count = Math.min(words.size(), SearchQuery.MOST_WORDS);
		return IntStream.range(0, count).boxed().flatMap(from -> IntStream.rangeClosed(from + 1, count)
				.mapToObj(to -> words.subList(from, to))).filter(it -> !SearchQuery.telling(it).isEmpty())
				.flatMap(it -> inOrder(it).stream()
						.flatMap(name -> Stream.of(NAME, ALIAS).map(rank -> key(rank, name))));
	}

	private static Optional<String> inOrder(List<Word> words) {
		// However it is parted: Chat GPT, SB53.
		return joined(words.stream().map(Word::folded), "");
	}

	private static Optional<String> inAnyOrder(List<Word> words) {
		List<String> telling = SearchQuery.telling(words).stream().map(Word::stem).distinct().sorted().toList();
		return telling.size() < 2 ? Optional.empty() : joined(telling.stream(), " ");
	}

	private static Optional<String> joined(Stream<String> words, String between) {
		return Optional.of(words.collect(Collectors.joining(between))).filter(it -> !it.isEmpty());
	}

	/** Whether a rank is that of ids, or of official numbers and addresses. */
	static boolean isNumber(String rank) {
		return Integer.parseInt(rank) <= NUMBER;
	}

	private static String key(int rank, String folded) {
		return rank + Sha256.of(folded);
	}

	/** Without case, surplus white space, and what may be left out of an address. */
	private static String folded(String identifier) {
		String spaced = WHITE_SPACE.matcher(Normalizer.normalize(identifier, Normalizer.Form.NFC)).replaceAll(" ");
		return AROUND_ADDRESS.matcher(spaced.strip().toLowerCase(Locale.ROOT)).replaceAll("");
	}
}
