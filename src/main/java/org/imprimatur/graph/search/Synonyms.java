package org.imprimatur.graph.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.graph.search.Tokens.Word;

/** Which words of the field stand for each other: the groups of {@code search/synonyms.txt}, as stems. */
final class Synonyms {

	/** The groups in which something is said that begins with a stem. */
	private static final Map<String, List<Set<List<String>>>> GROUPS = read();

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
		return IntStream.range(0, stems.size()).boxed().flatMap(from -> from(stems, from)).toList();
	}

	private static Stream<Synonym> from(List<String> stems, int from) {
		List<String> rest = stems.subList(from, stems.size());
		return GROUPS.getOrDefault(stems.get(from), List.of()).stream()
				.flatMap(group -> group.stream().filter(said -> begins(rest, said))
						.flatMap(said -> group.stream().filter(other -> !other.equals(said))
								.map(other -> new Synonym(from, from + said.size(), other))));
	}

	private static boolean begins(List<String> stems, List<String> said) {
		return said.size() <= stems.size() && stems.subList(0, said.size()).equals(said);
	}

	private static Map<String, List<Set<List<String>>>> read() {
		Map<String, List<Set<List<String>>>> groups = new HashMap<>();
		try (InputStream file = Synonyms.class.getResourceAsStream("/search/synonyms.txt")) {
			new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).lines()
					.filter(line -> !line.isBlank() && !line.startsWith("#")).map(Synonyms::group)
					.forEach(group -> group.stream().map(List::getFirst).distinct()
							.forEach(stem -> groups.computeIfAbsent(stem, it -> new ArrayList<>()).add(group)));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return groups;
	}

	/** A group's words, and its words of several, as stems. */
	private static Set<List<String>> group(String line) {
		Set<List<String>> group = new HashSet<>();
		Arrays.stream(line.split(",")).forEach(said -> group.add(Tokens.parts(said).stream().map(Word::stem).toList()));
		return Set.copyOf(group);
	}
}
