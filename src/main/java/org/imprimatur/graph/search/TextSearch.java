package org.imprimatur.graph.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.connection.Statement;
import org.imprimatur.graph.connection.Statements;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Kind;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Searches the words of records, and looks entities up by what they are called, with one statement each. */
public final class TextSearch {

	/** So many of the hits, the best, can be paged through. */
	public static final int MOST_HITS = 1_000;

	/** More candidates than anyone would choose from. */
	private static final int MOST_NAMESAKES = 10;

	/**
	 * The index holds records of all revisions, and knows nothing of them: so it is asked without a limit, and what is
	 * not live falls out before anything is counted or left out. Similar words are looked for only where nothing has
	 * the words as they were typed. Beginnings of words all score the same, but for what the texts add: of these, the
	 * shortest name fits best. Only the hits of the page are read.
	 */
	private static final String SEARCH = """
		CYPHER 25
		CALL () {
			CALL db.index.fulltext.queryNodes('record_words', $typed) YIELD node AS record, score
			WHERE %1$s
			RETURN collect({record: record, score: score}) AS typed
		}
		CALL (typed) {
			WITH typed WHERE size(typed) = 0
			CALL db.index.fulltext.queryNodes('record_words', $corrected) YIELD node AS record, score
			WHERE %1$s
			RETURN collect({record: record, score: score}) AS similar
		}
		WITH typed + similar AS hits, size(similar) > 0 AS corrected
		CALL (hits) {
			UNWIND hits AS hit
			WITH hit.record.type AS type, count(*) AS count
			RETURN collect([type, count]) AS counts
		}
		CALL (hits) {
			UNWIND hits AS hit
			WITH hit WHERE hit.record.type IN $types
			ORDER BY round(hit.score, 1) DESC, size(hit.record.name), hit.record.id LIMIT $most
			RETURN collect(hit) AS best
		}
		WITH corrected, counts, best, CASE WHEN $after = '' THEN 0
			ELSE head([place IN range(0, size(best) - 1) WHERE best[place].record.id = $after]) + 1 END AS start
		RETURN corrected, counts, start,
			[hit IN best[start..start + $first] | [hit.record.id, hit.record.content, round(hit.score, 1)]] AS page
		""".formatted(LivePredicate.predicate("record"));

	/** An exact word of the index leads to the few records that have it, however large the graph is. */
	private static final String LOOKUP = """
		CYPHER 25
		CALL db.index.fulltext.queryNodes('record_words', $query) YIELD node AS record
		WHERE %s
		WITH record.id AS id, head([rank IN $ranks WHERE $keys[rank] IN record.keys]) AS rank
		RETURN id, rank ORDER BY rank, id LIMIT $most
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
	 * @param corrected whether nothing had the words as they were typed, and similar ones were found
	 */
	public record Found(List<Hit> page, @Nullable Integer start, Map<Kind, Integer> counts, boolean corrected) {
	}

	/**
	 * An entity in which every word was found.
	 *
	 * @param score how well it fits; scores compare within one answer only
	 */
	public record Hit(Entity entity, double score) {
	}

	/**
	 * Searches the records that are live at a revision.
	 *
	 * @param kinds the kinds of entity that are looked for
	 * @param first how many hits the page has
	 * @param after the id of the hit after which the page begins
	 */
	public Found search(SearchQuery query, Collection<Kind> kinds, int first, @Nullable String after, int revision) {
		if (query.isEmpty()) {
			return new Found(List.of(), after == null ? 0 : null, Map.of(), false);
		}
		Record found = statements.read(new Statement(SEARCH,
				Map.of("typed", query.asTyped(), "corrected", query.corrected(), "types",
						kinds.stream().map(Kind::label).toList(), "first", first, "after", after == null ? "" : after,
						"most", MOST_HITS, LivePredicate.REVISION, revision)))
				.getFirst();
		Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
		found.get("counts").values().forEach(count -> counts.put(kind(count.get(0).asString()), count.get(1).asInt()));
		return new Found(found.get("page").isNull() ? List.of() : found.get("page").asList(TextSearch::hit),
				found.get("start").isNull() ? null : found.get("start").asInt(), counts,
				found.get("corrected").asBoolean());
	}

	/**
	 * The ids of whatever is called so at a revision, by the best of: an id, an official number or an address, a name,
	 * an alias. None if nothing is, several if they have it in common.
	 */
	public List<String> lookUp(String identifier, int revision) {
		List<String> keys = LookupKeys.RANKS.stream().map(rank -> LookupKeys.key(rank, identifier)).toList();
		List<Record> found = statements.read(new Statement(LOOKUP,
				Map.of("query", keys.stream().collect(Collectors.joining(" ", "keys:(", ")")), "ranks",
						LookupKeys.RANKS,
						"keys", keys, "most", MOST_NAMESAKES, LivePredicate.REVISION, revision)));
		return found.stream().filter(row -> row.get("rank").equals(found.getFirst().get("rank")))
				.map(row -> row.get("id").asString()).toList();
	}

	private static Hit hit(Value hit) {
		return new Hit(CanonicalForm.read(hit.get(0).asString(), hit.get(1).asString()), hit.get(2).asDouble());
	}

	private static Kind kind(String label) {
		return Arrays.stream(Kind.values()).filter(kind -> kind.label().equals(label)).findFirst().orElseThrow();
	}
}
