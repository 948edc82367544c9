package org.imprimatur.api.explore;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.imprimatur.api.computed.RootField;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.api.page.Slice;
import org.imprimatur.graph.search.SearchQuery;
import org.imprimatur.graph.search.TextSearch;
import org.imprimatur.knowledge.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers {@code search}. */
@Component
class SearchField extends RootField<SearchField.Arguments> {

	private final TextSearch search;

	SearchField(TextSearch search) {
		super("search", Arguments.class, SearchAnswer.class);
		this.search = search;
	}

	/** What is asked. */
	record Arguments(String query, @Nullable List<Kind> kinds, int first, @Nullable String after) {
	}

	@Override
	public SearchAnswer answer(Arguments arguments, int revision) {
		SearchQuery query = SearchQuery.of(arguments.query());
		List<Kind> kinds = arguments.kinds() == null ? Arrays.asList(Kind.values()) : arguments.kinds();
		TextSearch.Found found = search.search(query, kinds, arguments.first(),
				arguments.after() == null ? null : Slice.decoded("after", arguments.after()), revision);
		if (found.start() == null) {
			throw Slice.noCursor("after");
		}
		int total = found.counts().entrySet().stream().filter(count -> kinds.contains(count.getKey()))
				.mapToInt(Map.Entry::getValue).sum();
		if (found.start() == TextSearch.MOST_HITS && total > TextSearch.MOST_HITS) {
			throw new Refusal(Code.LIMIT_EXCEEDED,
					"""
						these were the best %d of %d hits, and no more can be paged through: search for more words, or \
						for fewer kinds"""
							.formatted(TextSearch.MOST_HITS, total));
		}
		Highlighter highlighter = new Highlighter(query, found);
		return SearchAnswer.of(
				Slice.part(found.page(), TextSearch.Hit::id, found.start(), total).map(highlighter::hit), found);
	}
}
