package org.imprimatur.graph.walk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.connection.Statement;
import org.imprimatur.graph.connection.Statements;
import org.imprimatur.knowledge.RelationshipType;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

/** Walks the relationships between entities, each walk in one round trip. */
public final class LinkReader {

	/**
	 * From both ends, layer after layer; the side with fewer relationships to follow takes the next step, so that a hub
	 * is walked through only where no other way is as short. Where the sides meet, the first few of the entities that
	 * they meet at are led back through the layers. Every entity of a layer has a way back, so that nothing is lost by
	 * keeping a few. The loops are {@code reduce}, since a subquery for each step takes seconds to plan; layers are
	 * compared by grouping, since {@code IN} searches a list.
	 */
	private static final String CHAINS = """
		CYPHER 25
		WITH COLLECT { MATCH (y:Entity {id: $from}) WHERE %1$s RETURN y } AS begin,
			COLLECT { MATCH (y:Entity {id: $to}) WHERE %1$s RETURN y } AS end
		WITH reduce(walk = {near: [begin], far: [end], met: CASE WHEN $from = $to THEN begin ELSE [] END},
			step IN range(1, $length) |
			CASE WHEN size(walk.met) > 0 THEN walk ELSE head(COLLECT {
				WITH walk.near AS near, walk.far AS far
				WITH near, far, reduce(all = 0, x IN near[-1] | all + COUNT { (x)--() })
					<= reduce(all = 0, x IN far[-1] | all + COUNT { (x)--() }) AS onward
				CALL (near, far, onward) {
					WITH CASE WHEN onward THEN near ELSE far END AS layers
					CALL (layers) {
						UNWIND layers[-1] AS x
						CALL (x) {
							%2$s
						}
						RETURN y, 1 AS fresh
						UNION ALL
						UNWIND layers[-2..] AS layer UNWIND layer AS y
						RETURN y, 0 AS fresh
					}
					WITH y, min(fresh) AS fresh WHERE fresh = 1 AND (%3$s OR y.id IN [$from, $to])
					RETURN collect(y) AS reached
				}
				WITH CASE WHEN onward THEN near + [reached] ELSE near END AS near,
					CASE WHEN onward THEN far ELSE far + [reached] END AS far
				RETURN {near: near, far: far, met: COLLECT {
					UNWIND near[-1] + far[-1] AS y
					WITH y, count(*) AS sides WHERE sides = 2
					RETURN y ORDER BY y.id LIMIT $most
				}}
			}) END) AS walk
		WITH walk.near[..-1] AS near, walk.far[..-1] AS far, [y IN walk.met | [y]] AS met
		WITH far, reduce(chains = met, layer IN reverse(near) | COLLECT {
			UNWIND chains AS chain
			WITH chain, chain[0] AS x
			%4$s
			RETURN [y] + chain AS longer ORDER BY [node IN longer | node.id] LIMIT $most
		}) AS begun
		WITH reduce(chains = begun, layer IN reverse(far) | COLLECT {
			UNWIND chains AS chain
			WITH chain, chain[-1] AS x
			%4$s
			RETURN chain + [y] AS longer ORDER BY [node IN longer | node.id] LIMIT $most
		}) AS chains
		WITH [chain IN chains | [node IN chain | node.id]] AS chains
		WITH chains, reduce(all = [$from, $to], chain IN chains | all + chain) AS ids
		RETURN chains, COLLECT { %5$s } AS links, COLLECT {
			UNWIND ids AS id WITH DISTINCT id
			MATCH (:Entity {id: id})<-[:OF]-(state:Record) WHERE %6$s
			RETURN [id, state.content]
		} AS facts
		""";

	/** The entities {@code y} of {@code layer} that are one step from {@code x}. */
	private static final String OF_LAYER = """
		CALL (x, layer) {
			CALL (x) {
				%s
			}
			RETURN y
			UNION ALL
			UNWIND layer AS y
			RETURN y
		}
		WITH chain, y, count(*) AS sides WHERE sides = 2""";

	/** Depth after depth, as long as there is room; what does not fit is counted, and not gone on from. */
	private static final String SURROUNDINGS = """
		CYPHER 25
		WITH COLLECT { UNWIND $around AS id MATCH (y:Entity {id: id}) WHERE %1$s RETURN y } AS asked
		WITH reduce(walk = {shown: asked, edge: asked, omitted: 0}, step IN range(1, $depth) | head(COLLECT {
			WITH walk.shown AS shown, walk.edge AS edge, step
			CALL (shown, edge, step) {
				UNWIND edge AS x
				CALL (x) {
					%2$s
				}
				WITH DISTINCT y WHERE NOT y IN shown AND %3$s AND (step < $depth OR y.id > $after)
				ORDER BY y.id
				RETURN collect(y) AS found
			}
			WITH shown, found, found[..$first - size(shown)] AS fitting
			RETURN {shown: shown + fitting, edge: CASE WHEN size(fitting) < size(found) THEN [] ELSE fitting END,
				omitted: walk.omitted + size(found) - size(fitting)}
		})) AS walk
		WITH [node IN walk.shown | node.id] AS ids, walk.omitted AS omitted
		RETURN ids, omitted, COLLECT { %4$s } AS links
		""";

	private final Statements statements;

	public LinkReader(Statements statements) {
		this.statements = statements;
	}

	/**
	 * The shortest chains between two entities; sources and dossiers are ends of a chain, never between.
	 *
	 * @param length how long a chain may be
	 * @param most how many chains to give
	 */
	public Chains chains(String from, String to, int length, int most, int revision) {
		Set<RelationshipType> types = Neighbours.types(Neighbours.isDocument(from) || Neighbours.isDocument(to));
		String text = CHAINS.formatted(Neighbours.live("y"), Neighbours.step(types), Neighbours.ADMITTED,
				OF_LAYER.formatted(Neighbours.step(types)), Neighbours.among(types), LivePredicate.predicate("state"));
		MapAccessor row = statements
				.read(new Statement(text, Map.of("from", from, "to", to, "length", length, "most", most,
						LivePredicate.REVISION, revision)))
				.getFirst();
		return new Chains(row.get("chains").asList(chain -> chain.asList(Value::asString)), Link.of(row.get("links")),
				FactsReader.facts(row));
	}

	/**
	 * What lies around some entities: the nearest first, and by id where that is equal; sources and dossiers only where
	 * one of these is among those asked for.
	 *
	 * @param around the ids of the entities, each once; one that there is not is left out
	 * @param depth how many relationships away
	 * @param first how many entities to give, at least as many as are asked for
	 * @param after the id after which those that are as far away as that come; all of them if absent
	 */
	public Surroundings around(Collection<String> around, int depth, int first, @Nullable String after,
			int revision) {
		Set<RelationshipType> types = Neighbours.types(around.stream().anyMatch(Neighbours::isDocument));
		String text = SURROUNDINGS.formatted(Neighbours.live("y"), Neighbours.step(types), Neighbours.ADMITTED,
				Neighbours.among(types));
		MapAccessor row = statements
				.read(new Statement(text, Map.of("around", List.copyOf(around), "depth", depth, "first",
						first, "after", Objects.requireNonNullElse(after, ""), LivePredicate.REVISION, revision)))
				.getFirst();
		return new Surroundings(row.get("ids").asList(Value::asString), Link.of(row.get("links")),
				row.get("omitted").asInt());
	}
}
