package org.imprimatur.graph.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.graph.search.Tokens.Word;

/** Which words of the field stand for each other: the groups of {@code search/synonyms.txt}, as stems. */
final class Synonyms {

	private static final List<Set<List<String>>> GROUPS = read();

	private Synonyms() {
	}

	/**
	 * What also says a part of a question.
	 *
	 * @param from the place of the first word that it stands for
	 * @param to the place after the last one
	 * @param stems its words
	 */
	record Synonym(int from, int to, List<String> stems) {
	}

	/** What else words may be said by. */
	static List<Synonym> of(List<Word> words) {
		List<String> stems = words.stream().map(Word::stem).toList();
		return GROUPS.stream().flatMap(group -> group.stream().flatMap(said -> places(stems, said)
				.flatMap(from -> group.stream().filter(other -> !other.equals(said))
						.map(other -> new Synonym(from, from + said.size(), other)))))
				.toList();
	}

	private static Stream<Integer> places(List<String> stems, List<String> said) {
		return Stream.iterate(0, from -> from + said.size() <= stems.size(), from -> from + 1)
				.filter(from -> stems.subList(from, from + said.size()).equals(said));
	}

	private static List<Set<List<String>>> read() {
		try (InputStream file = Synonyms.class.getResourceAsStream("/search/synonyms.txt")) {
			return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).lines()
					.filter(line -> !line.isBlank() && !line.startsWith("#")).map(Synonyms::group).toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** A group's words, and its words of several, as stems. */
	private static Set<List<String>> group(String line) {
		Set<List<String>> group = new HashSet<>();
		Arrays.stream(line.split(",")).forEach(said -> group.add(Tokens.parts(said).stream().map(Word::stem).toList()));
		return Set.copyOf(group);
	}
}
