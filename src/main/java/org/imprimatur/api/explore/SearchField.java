package org.imprimatur.api.explore;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.imprimatur.api.computed.ComputedField;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.page.PageArguments;
import org.imprimatur.api.page.Slice;
import org.imprimatur.graph.search.SearchQuery;
import org.imprimatur.graph.search.TextSearch;
import org.imprimatur.knowledge.Kind;
import org.springframework.stereotype.Component;

/** Answers {@code search}. */
@Component
class SearchField implements ComputedField {

	private final TextSearch search;

	SearchField(TextSearch search) {
		this.search = search;
	}

	@Override
	public String name() {
		return "search";
	}

	@Override
	public Class<SearchAnswer> type() {
		return SearchAnswer.class;
	}

	@Override
	public SearchAnswer answer(Map<String, Object> arguments, int revision) {
		SearchQuery query = SearchQuery.of(String.valueOf(arguments.get("query")));
		Collection<Kind> kinds = arguments.get("kinds") instanceof List<?> some
				? some.stream().map(kind -> Kind.valueOf(String.valueOf(kind))).toList()
				: Arrays.asList(Kind.values());
		TextSearch.Found found = search.search(query, kinds, new PageArguments(arguments).first(),
				Slice.after(arguments), revision);
		if (found.start() == null) {
			throw Slice.noCursor();
		}
		int total = found.counts().entrySet().stream().filter(count -> kinds.contains(count.getKey()))
				.mapToInt(Map.Entry::getValue).sum();
		if (found.start() == TextSearch.MOST_HITS && total > TextSearch.MOST_HITS) {
			throw new Refusal(Refusal.Code.LIMIT_EXCEEDED,
					"these were the best %d of %d hits, and no more can be paged through: search for more words, or for fewer kinds"
							.formatted(TextSearch.MOST_HITS, total));
		}
		Highlighter highlighter = new Highlighter(query, found.corrected());
		return SearchAnswer.of(
				Slice.part(found.page(), hit -> hit.entity().id(), found.start(), total).map(highlighter::hit), found);
	}
}
