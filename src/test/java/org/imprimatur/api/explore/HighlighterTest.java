package org.imprimatur.api.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.imprimatur.api.explore.SearchAnswer.Segment;
import org.imprimatur.graph.search.RandomText;
import org.imprimatur.graph.search.SearchQuery;
import org.imprimatur.graph.search.SearchQuery.Way;
import org.imprimatur.graph.search.TextSearch.Found;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class HighlighterTest {

	@Test
	void wordsAndBeginningsAreShown() {
		assertThat(segments("societe gen", "La Société Générale, S.A."))
				.containsExactly(new Segment("La ", false), new Segment("Société", true), new Segment(" ", false),
						new Segment("Générale", true), new Segment(", S.A.", false));
	}

	@Test
	void aTextIsShownOnceWhereWordsOverlap() {
		assertThat(segments("cyber security", "In cyber-security.")).containsExactly(new Segment("In ", false),
				new Segment("cyber-security", true), new Segment(".", false));
		assertThat(segments("June 2026", "On 2026-06-26.")).containsExactly(new Segment("On ", false),
				new Segment("2026-06-26", true), new Segment(".", false));
	}

	@Test
	void aLongTextIsCutBetweenWordsAroundTheFirst() {
		String text = "one two ".repeat(50) + "Mythos" + " three four".repeat(50);
		List<Segment> segments = segments("mythos", text);
		assertThat(segments).contains(new Segment("Mythos", true)).startsWith(new Segment("…", false))
				.endsWith(new Segment("…", false));
		assertThat(segments.get(1).text()).startsWith("one two");
		assertThat(segments.get(3).text()).endsWith("four");
		assertThat(joined(segments)).hasSizeBetween(200, 242);
	}

	@RepeatedTest(50)
	void segmentsJoinToAFragment(RepetitionInfo repetition) {
		int seed = repetition.getCurrentRepetition();
		Random random = new Random(seed);
		String text = RandomText.of(random, random.nextInt(800));
		List<Segment> segments = segments(RandomText.of(random, 5) + " m a b", text);
		String joined = joined(segments);
		assertThat(text).as("seed %d", seed).contains(joined.replaceFirst("^…", "").replaceFirst("…$", ""));
		assertThat(joined.length()).as("seed %d", seed).isLessThanOrEqualTo(243);
		assertThat(segments).as("seed %d", seed).noneMatch(segment -> segment.text().isEmpty());
	}

	private static List<Segment> segments(String query, String text) {
		return new Highlighter(SearchQuery.of(query), new Found(List.of(), 0, Map.of(), Way.AS_TYPED, Map.of()))
				.segments(text);
	}

	private static String joined(List<Segment> segments) {
		return segments.stream().map(Segment::text).collect(Collectors.joining());
	}
}
