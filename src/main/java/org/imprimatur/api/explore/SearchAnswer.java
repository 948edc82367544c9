package org.imprimatur.api.explore;

import java.util.Comparator;
import java.util.List;
import org.imprimatur.api.page.PageInfo;
import org.imprimatur.api.page.Slice;
import org.imprimatur.force.record.EvidenceKey;
import org.imprimatur.graph.search.SearchQuery.Way;
import org.imprimatur.graph.search.SearchedText;
import org.imprimatur.graph.search.TextSearch;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Ref;
import org.jspecify.annotations.Nullable;

/** What a search found, as the schema's {@code SearchConnection} shows it. */
record SearchAnswer(List<Edge> edges, List<Hit> nodes, PageInfo pageInfo, int totalCount, List<KindCount> kinds,
		boolean corrected, boolean inPart) {

	/** A hit and its place. */
	record Edge(String cursor, Hit node) {
	}

	/** An entity in which words were found, with the places that answer to most of them. */
	record Hit(Ref<Entity> node, Kind kind, double score, List<Highlight> highlights) {
	}

	/** A fragment of a text. */
	record Highlight(SearchedText.Field field, @Nullable EvidenceKey evidence, List<Segment> segments) {
	}

	/** A piece of a fragment, which answers to a word that was looked for, or stands between such. */
	record Segment(String text, boolean match) {
	}

	/** How many hits are of a kind. */
	record KindCount(Kind kind, int count) {
	}

	static SearchAnswer of(Slice<Hit> page, TextSearch.Found found) {
		return new SearchAnswer(page.edges(Edge::new), page.rows(), page.pageInfo(), page.totalCount(),
				found.counts().entrySet().stream().map(count -> new KindCount(count.getKey(), count.getValue()))
						.sorted(Comparator.comparing(KindCount::count).reversed()).toList(),
				found.way() == Way.CORRECTED, found.way() == Way.IN_PART);
	}
}
