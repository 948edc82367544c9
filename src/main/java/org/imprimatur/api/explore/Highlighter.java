package org.imprimatur.api.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.imprimatur.api.explore.SearchAnswer.Highlight;
import org.imprimatur.api.explore.SearchAnswer.Hit;
import org.imprimatur.api.explore.SearchAnswer.Segment;
import org.imprimatur.force.record.EvidenceKey;
import org.imprimatur.graph.search.SearchQuery;
import org.imprimatur.graph.search.SearchedText;
import org.imprimatur.graph.search.TextSearch;
import org.imprimatur.graph.search.Tokens;
import org.imprimatur.graph.search.Tokens.Word;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Ref;

/** Shows where the words of a query were found. */
final class Highlighter {

	private static final int MOST_HIGHLIGHTS = 5;
	private static final int MOST_CHARACTERS = 240;
	private static final int CHARACTERS_BEFORE = 80;
	private static final String CUT = "…";

	private final SearchQuery query;
	private final boolean corrected;

	/**
	 * A highlighter.
	 *
	 * @param corrected whether similar words were found, because nothing had the words as they were typed
	 */
	Highlighter(SearchQuery query, boolean corrected) {
		this.query = query;
		this.corrected = corrected;
	}

	/** A hit with the places that answer to most words, best first. */
	Hit hit(TextSearch.Hit found) {
		Entity entity = found.entity();
		List<Highlight> highlights = SearchedText.of(entity).stream().filter(text -> answered(text) > 0)
				.sorted(Comparator.comparing(this::answered).reversed()).limit(MOST_HIGHLIGHTS)
				.map(text -> highlight(entity, text)).toList();
		return new Hit(new Ref<>(entity.id()), Kind.ofId(entity.id()), found.score(), highlights);
	}

	private long answered(SearchedText text) {
		return Tokens.of(text.text()).flatMap(word -> query.answered(word.folded(), corrected)).distinct().count();
	}

	private Highlight highlight(Entity entity, SearchedText text) {
		return new Highlight(text.field(),
				text.passage() == null ? null : new EvidenceKey(entity.id(), text.passage()), segments(text.text()));
	}

	/** A fragment of a text that begins a little before the first word that was looked for. */
	List<Segment> segments(String text) {
		List<Word> words = Tokens.of(text).toList();
		List<Word> matches = words.stream().filter(it -> query.answered(it.folded(), corrected).findAny().isPresent())
				.toList();
		int first = matches.isEmpty() ? 0 : matches.getFirst().start();
		int start = first <= CHARACTERS_BEFORE || text.length() <= MOST_CHARACTERS
				? 0
				: words.stream().mapToInt(Word::start).filter(it -> it >= first - CHARACTERS_BEFORE).findFirst()
						.orElse(first);
		int most = start + MOST_CHARACTERS;
		int end = text.length() <= most
				? text.length()
				: words.stream().mapToInt(Word::end).filter(it -> it > first && it <= most).max()
						.orElse(text.offsetByCodePoints(0, text.codePointCount(0, most)));
		return segments(text, matches, start, end);
	}

	private static List<Segment> segments(String text, List<Word> matches, int start, int end) {
		List<Segment> segments = new ArrayList<>();
		int place = start;
		if (start > 0) {
			segments.add(new Segment(CUT, false));
		}
		for (Word match : matches) {
			if (match.start() < end) {
				add(segments, text.substring(place, match.start()), false);
				place = Math.min(match.end(), end);
				add(segments, text.substring(match.start(), place), true);
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
