package org.imprimatur.api.explore;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.imprimatur.api.explore.SearchAnswer.Highlight;
import org.imprimatur.api.explore.SearchAnswer.Hit;
import org.imprimatur.api.explore.SearchAnswer.Segment;
import org.imprimatur.force.record.EvidenceKey;
import org.imprimatur.graph.search.SearchQuery;
import org.imprimatur.graph.search.SearchQuery.Match;
import org.imprimatur.graph.search.SearchedText;
import org.imprimatur.graph.search.TextSearch;
import org.imprimatur.graph.search.Tokens;
import org.imprimatur.graph.search.Tokens.Word;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.text.Excerpt;
import org.jspecify.annotations.Nullable;

/** Shows where the words of a query were found. */
final class Highlighter {

	private static final int MOST_HIGHLIGHTS = 5;
	private static final int MOST_CHARACTERS = 240;
	private static final int CHARACTERS_BEFORE = 80;
	private static final String CUT = "…";

	private final SearchQuery query;
	private final TextSearch.Found found;

	/** A highlighter of what a search found. */
	Highlighter(SearchQuery query, TextSearch.Found found) {
		this.query = query;
		this.found = found;
	}

	/** A text in which words were found. */
	private record Answer(SearchedText text, List<Word> words, List<Match> matches) {

		long answered() {
			return matches.stream().map(Match::asked).distinct().count();
		}
	}

	/** A hit with the places that answer to most words, best first. */
	Hit hit(TextSearch.Hit hit) {
		return new Hit(new Ref<>(hit.id()), Kind.ofId(hit.id()), hit.score(), new Highlights(hit));
	}

	/** Found out only if they are asked for. */
	private final class Highlights extends AbstractList<Highlight> {

		private final TextSearch.Hit hit;
		private @Nullable List<Highlight> found;

		private Highlights(TextSearch.Hit hit) {
			this.hit = hit;
		}

		@Override
		public Highlight get(int place) {
			return all().get(place);
		}

		@Override
		public int size() {
			return all().size();
		}

		private List<Highlight> all() {
			if (found == null) {
				found = highlights(hit.entity());
			}
			return found;
		}
	}

	private List<Highlight> highlights(Entity entity) {
		return found.texts(entity).map(this::answer).filter(it -> !it.matches().isEmpty())
				.sorted(Comparator.comparing(Answer::answered).reversed()).limit(MOST_HIGHLIGHTS)
				.map(it -> highlight(entity, it)).toList();
	}

	private Answer answer(SearchedText text) {
		List<Word> words = Tokens.of(text.text());
		return new Answer(text, words, query.matches(words, found.way()));
	}

	private static Highlight highlight(Entity entity, Answer answer) {
		SearchedText text = answer.text();
		return new Highlight(text.field(),
				text.passage() == null ? null : new EvidenceKey(entity.id(), text.passage()),
				segments(text.text(), answer.words(), answer.matches()));
	}

	/** A fragment of a text that begins a little before the first word that was looked for. */
	List<Segment> segments(String text) {
		Answer answer = answer(new SearchedText(SearchedText.Field.TEXT, null, text));
		return segments(text, answer.words(), answer.matches());
	}

	private static List<Segment> segments(String text, List<Word> words, List<Match> found) {
		// A word may answer by itself and as a part of a longer one.
		List<Match> matches = found.stream().sorted(
				Comparator.comparing(Match::start).thenComparing(Match::end, Comparator.reverseOrder())).toList();
		int first = matches.isEmpty() ? 0 : matches.getFirst().start();
		int start = first <= CHARACTERS_BEFORE || text.length() <= MOST_CHARACTERS
				? 0
				: words.stream().mapToInt(Word::start).filter(it -> it >= first - CHARACTERS_BEFORE).findFirst()
						.orElse(first);
		int most = start + MOST_CHARACTERS;
		int end = text.length() <= most
				? text.length()
				: words.stream().mapToInt(Word::end).filter(it -> it > first && it <= most).max()
						.orElse(Excerpt.beginning(text, most).length());
		return segments(text, matches, start, end);
	}

	private static List<Segment> segments(String text, List<Match> matches, int start, int end) {
		List<Segment> segments = new ArrayList<>();
		int place = start;
		if (start > 0) {
			segments.add(new Segment(CUT, false));
		}
		for (Match match : matches) {
			int from = Math.max(match.start(), place);
			int to = Math.min(match.end(), end);
			if (from < to) {
				add(segments, text.substring(place, from), false);
				add(segments, text.substring(from, to), true);
				place = to;
			}
		}
		add(segments, text.substring(place, end), false);
		if (end < text.length()) {
			segments.add(new Segment(CUT, false));
		}
		return segments;
	}

	private static void add(List<Segment> segments, String text, boolean match) {
		if (!text.isEmpty()) {
			segments.add(new Segment(text, match));
		}
	}
}
