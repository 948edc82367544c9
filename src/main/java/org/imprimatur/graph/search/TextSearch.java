package org.imprimatur.graph.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.connection.Statement;
import org.imprimatur.graph.connection.Statements;
import org.imprimatur.graph.search.SearchQuery.Way;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.EditDistance;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.References;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

/** Searches the words of records, and looks entities up by what they are called, with one statement each. */
public final class TextSearch {

	/** So many of the hits, the best, can be paged through. */
	public static final int MOST_HITS = 1_000;

	/** So many of what has only some of the words, the best, are shown. */
	private static final int MOST_IN_PART = 50;

	/** More candidates than anyone would choose from. */
	private static final int MOST_NAMESAKES = 10;

	/**
	 * The index holds records of all revisions, and knows nothing of them: so it is asked without a limit, and
	 * what is not live falls out before anything is counted or left out. What is called by one of the words is
	 * found first, so that whatever refers to it has that word, too, and fits better itself: else it would weigh
	 * only how rare a word is among records of all revisions, which changes with each of them. The more of a name
	 * was typed, the better it fits; what is of a kind that was typed fits better, too. Documents about facts
	 * weigh less than these. Only the hits of the page are read. The index is asked twice, for what is counted and
	 * for what is best: a list of all hits would be counted to each of its own rows, and fill the memory of Neo4j.
	 * Labels tell kinds, since they cost a sixth of what a property does.
	 */
	private static final String SEARCH = """
		CYPHER 25
		CALL () {
			UNWIND range(0, size($called) - 1) AS place
			CALL (place) {
				CALL db.index.fulltext.queryNodes('record_search', $called[place]) YIELD node AS record
				WHERE %1$s
				RETURN record LIMIT 8
			}
			RETURN collect([place, record.id, [record.name] + coalesce(record.aliases, [])]) AS named
		}
		WITH named, reduce(query = $whole, place IN range(0, size($clauses) - 1) | query + ' ' + $clauses[place]
			+ reduce(ids = '', one IN named
				| ids + CASE one[0] WHEN place THEN ' about:"' + one[1] + '"^12' ELSE '' END)
			+ ')') AS query
		CALL (query) {
			CALL db.index.fulltext.queryNodes('record_search', query) YIELD node AS record
			WHERE %1$s
			WITH labels(record) AS labels, count(*) AS count
			RETURN collect([labels, count]) AS counts
		}
		CALL (query, named, counts) {
			WITH query, named WHERE size(counts) > 0
			CALL db.index.fulltext.queryNodes('record_search', query) YIELD node AS record, score
			WHERE %1$s AND ($all OR record:$any($types))
			WITH record, score
				* (1 + 1.0 * $length / (size(record.name) + $length))
				* CASE WHEN any(one IN named WHERE one[1] = record.id) THEN 1.5 ELSE 1 END
				* CASE WHEN record:$any($meant) THEN 2 WHEN record:Source THEN 0.4
					WHEN record:Dossier THEN 0.6 ELSE 1 END AS score
			ORDER BY round(score, 1) DESC, size(record.name), record.id LIMIT $most
			RETURN collect({record: record, score: score}) AS best
		}
		WITH named, counts, best, CASE WHEN $after = '' THEN 0
			ELSE head([place IN range(0, size(best) - 1) WHERE best[place].record.id = $after]) + 1 END AS start
		RETURN named, counts, start,
			[hit IN best[start..start + $first] | [hit.record.id, hit.record.content, round(hit.score, 1)]] AS page
		""".formatted(
			LivePredicate.predicate("record"));

	/** An exact word of the index leads to the few records that have it, however large the graph is. */
	private static final String LOOKUP = """
		CYPHER 25
		CALL db.index.fulltext.queryNodes('record_search', $query) YIELD node AS record
		WHERE %s
		WITH record, head([key IN $keys WHERE key IN record.keys]) AS key
		RETURN record.id AS id, record.name AS name, left(key, 1) AS rank ORDER BY rank, id LIMIT $most
		""".formatted(LivePredicate.predicate("record"));

	private final Statements statements;

	public TextSearch(Statements statements) {
		this.statements = statements;
	}

	/**
	 * What a search found.
	 *
	 * @param page the hits of the page, best first
	 * @param start the place of the page's first hit among the best; null if {@code after} is none of them
	 * @param counts how many hits of each kind there are, whatever kinds were asked for
	 * @param way how the hits answer
	 * @param named what is called by one of the words: that name or alias, by id
	 */
	public record Found(List<Hit> page, @Nullable Integer start, Map<Kind, Integer> counts, Way way,
			Map<String, String> named) {

		/** The texts in which an entity may have the words: its own, and the names of what it refers to. */
		public Stream<SearchedText> texts(Entity entity) {
			Set<String> references = References.of(entity);
			return Stream.concat(SearchedText.of(entity).stream(),
					named.entrySet().stream().filter(it -> references.contains(it.getKey()))
							.map(it -> new SearchedText(SearchedText.Field.REFERENCE, null, it.getValue())));
		}
	}

	/**
	 * An entity that answers.
	 *
	 * @param content its canonical form
	 * @param score how well it fits; scores compare within one answer only
	 */
	public record Hit(String id, String content, double score) {

		/** The entity itself. */
		public Entity entity() {
			return CanonicalForm.read(id, content);
		}
	}

	/**
	 * Something that is called so.
	 *
	 * @param surely whether its whole name, or an alias, is in what was asked
	 * @param byNumber whether that is its id, an official number or an address
	 */
	public record Named(String id, String name, boolean surely, boolean byNumber) {
	}

	/**
	 * Searches the records that are live at a revision: for every word as it was typed; if nothing has them, with what
	 * may have been mistyped; if nothing has these, for some of them.
	 *
	 * @param kinds the kinds of entity that are looked for
	 * @param first how many hits the page has
	 * @param after the id of the hit after which the page begins
	 */
	public Found search(SearchQuery query, Collection<Kind> kinds, int first, @Nullable String after, int revision) {
		if (query.isEmpty()) {
			return new Found(List.of(), after == null ? 0 : null, Map.of(), Way.AS_TYPED, Map.of());
		}
		Map<String, Object> asked = asked(kinds, first, after, revision);
		Found found = search(query, Way.AS_TYPED, asked);
		if (found.counts().isEmpty()) {
			found = search(query, Way.CORRECTED, asked);
		}
		return found.counts().isEmpty() && query.size() > 1
				? inPart(query, kinds, first, after, revision)
				: found;
	}

	/** Of what has some of the words, that which has most. */
	private Found inPart(SearchQuery query, Collection<Kind> kinds, int first, @Nullable String after, int revision) {
		Found some = search(query, Way.IN_PART, asked(List.of(Kind.values()), MOST_IN_PART, null, revision));
		Map<Hit, Long> answered = some.page().stream().collect(
				Collectors.toMap(hit -> hit, hit -> query.answered(some.texts(hit.entity()), Way.IN_PART)));
		long best = answered.values().stream().max(Long::compare).orElse(0L);
		List<Hit> most = some.page().stream()
				.filter(hit -> answered.getOrDefault(hit, 0L) >= (best > 2 ? best - 1 : best)).toList();
		Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
		most.forEach(hit -> counts.merge(Kind.ofId(hit.id()), 1, Integer::sum));
		List<Hit> asked = most.stream().filter(hit -> kinds.contains(Kind.ofId(hit.id()))).toList();
		int start = asked.stream().map(hit -> hit.id()).toList().indexOf(after) + 1;
		return new Found(asked.stream().skip(start).limit(first).toList(), after != null && start == 0 ? null : start,
				counts,
				Way.IN_PART, some.named());
	}

	private Found search(SearchQuery query, Way way, Map<String, Object> asked) {
		Map<String, Object> parameters = new HashMap<>(asked);
		parameters.putAll(Map.of("called", query.called(way), "whole", query.whole(way), "clauses", query.clauses(way),
				"length", query.length(), "meant",
				query.kinds().stream().map(Kind::label).toList()));
		MapAccessor found = statements.read(new Statement(SEARCH, parameters)).getFirst();
		Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
		found.get("counts").values()
				.forEach(count -> counts.put(kind(count.get(0).asList(Value::asString)), count.get(1).asInt()));
		Map<String, String> named = new HashMap<>();
		found.get("named").values().forEach(it -> it.get(2).asList(Value::asString).stream()
				.filter(name -> !query.matches(Tokens.of(name), way).isEmpty()).findFirst()
				.ifPresent(name -> named.put(it.get(1).asString(), name)));
		return new Found(found.get("page").isNull() ? List.of() : found.get("page").asList(TextSearch::hit),
				found.get("start").isNull() ? null : found.get("start").asInt(), counts, way, named);
	}

	/**
	 * Whatever is called so at a revision, by the best of: an id, an official number or an address, a name, an alias,
	 * the words of a name or an alias in another order. Nothing if nothing is, several if they have it in common.
	 */
	public List<Named> lookUp(String identifier, int revision) {
		List<String> keys = LookupKeys.of(identifier);
		List<MapAccessor> found = statements.read(new Statement(LOOKUP,
				Map.of("query", keys.stream().collect(Collectors.joining(" ", "keys:(", ")")), "keys", keys, "most",
						MOST_NAMESAKES, LivePredicate.REVISION, revision)));
		return found.stream().filter(row -> row.get("rank").equals(found.getFirst().get("rank")))
				.map(row -> new Named(row.get("id").asString(), row.get("name").asString(),
						true, LookupKeys.isNumber(row.get("rank").asString())))
				.toList();
	}

	/**
	 * What has all these words in its name at a revision, best first: companies, models, agencies, persons,
	 * categories and concerns; if there is none, instruments.
	 */
	public List<Named> called(String words, int revision) {
		SearchQuery query = SearchQuery.of(words);
		return Stream.of(SearchedProperties.MEANT_BY_NAME, Kind.within(Instrument.class))
				.map(kinds -> named(query, Way.NAMED, kinds, MOST_NAMESAKES, revision))
				.filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
	}

	/** What somebody may have meant by words that are no id: what comes nearest, best first. */
	public List<Named> nearest(String words, Collection<Kind> kinds, int most, int revision) {
		List<Named> called = lookUp(words, revision).stream().filter(it -> kinds.contains(Kind.ofId(it.id())))
				.limit(most)
				.toList();
		SearchQuery query = SearchQuery.of(words);
		return Stream.concat(Stream.of(called), Stream.of(Way.NAMED, Way.AS_TYPED, Way.CORRECTED)
				.map(way -> near(words, query, way, kinds, most, revision))).filter(it -> !it.isEmpty()).findFirst()
				.orElse(List.of());
	}

	private List<Named> near(String words, SearchQuery query, Way way, Collection<Kind> kinds, int most, int revision) {
		return named(query, way, kinds, most, revision).stream()
				.filter(it -> way == Way.NAMED || isNear(words, it.id().substring(it.id().indexOf('/') + 1)))
				.toList();
	}

	/** Whether a third of its letters at most would have to be others. */
	private static boolean isNear(String words, String id) {
		int limit = Math.max(2, words.length() / 3) + 1;
		return EditDistance.optimalStringAlignment(words.toLowerCase(Locale.ROOT), id, limit) < limit;
	}

	private List<Named> named(SearchQuery query, Way way, Collection<Kind> kinds, int first, int revision) {
		return query.isEmpty()
				? List.of()
				: search(query, way, asked(kinds, first, null, revision)).page().stream().map(Hit::entity)
						.filter(it -> way != Way.NAMED || query.isInNames(it))
						.map(it -> new Named(it.id(), it.name(), query.names(it), false)).toList();
	}

	private static Map<String, Object> asked(Collection<Kind> kinds, int first, @Nullable String after, int revision) {
		return Map.of("types", kinds.stream().map(Kind::label).toList(), "all", kinds.size() == Kind.values().length,
				"first", first, "after",
				after == null ? "" : after, "most", MOST_HITS, LivePredicate.REVISION, revision);
	}

	private static Hit hit(Value hit) {
		return new Hit(hit.get(0).asString(), hit.get(1).asString(), hit.get(2).asDouble());
	}

	private static Kind kind(List<String> labels) {
		return Arrays.stream(Kind.values()).filter(kind -> labels.contains(kind.label())).findFirst().orElseThrow();
	}
}
