package org.imprimatur.graph.walk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.connection.Statement;
import org.imprimatur.graph.connection.Statements;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

/** Reads what changed between two revisions, and which models that may concern, in one round trip. */
public final class ChangeReader {

	/** How many records may begin or end in revisions that are read together. */
	private static final int MOST_RECORDS = 1_000;

	/** How far it is looked: the last revision before too many records change. */
	private static final String THROUGH = """
		CALL () {
			CALL () {
				MATCH (record:Record) WHERE %s
				RETURN record.since AS turn ORDER BY turn LIMIT $most + 1
				UNION ALL
				MATCH (record:Record) WHERE %s
				RETURN record.until AS turn ORDER BY turn LIMIT $most + 1
			}
			WITH turn ORDER BY turn LIMIT $most + 1
			RETURN collect(turn) AS turns
		}
		WITH CASE WHEN size(turns) <= $most THEN $revision
			WHEN turns[0] = turns[$most] THEN turns[0]
			ELSE turns[$most] - 1 END AS through
		""".formatted(LivePredicate.begunWithin("record", "$since", "$revision"),
			LivePredicate.endedWithin("record", "$since", "$revision"));

	/** What changed is found by indexes of the records' ends, so that its cost follows the change and not the graph. */
	private static final String CHANGED = """
		CALL (through) {
			CALL (through) {
				MATCH (record:Record)-[:OF]->(entity:Entity) WHERE %s
				RETURN entity
				UNION
				MATCH (record:Record)-[:OF]->(entity:Entity) WHERE %s
				RETURN entity
			}
			OPTIONAL MATCH (entity)<-[:OF]-(before:Record) WHERE %s
			OPTIONAL MATCH (entity)<-[:OF]-(after:Record) WHERE %s
			WITH entity, before, after
			WHERE coalesce(before.digest, '') <> coalesce(after.digest, '')
			RETURN collect(entity) AS changed, collect({id: entity.id,
				kind: CASE WHEN before IS NULL THEN 'ADDED' WHEN after IS NULL THEN 'REMOVED' ELSE 'CHANGED' END,
				revision: coalesce(after.since, COLLECT {
					MATCH (entity)<-[:OF]-(last:Record) WHERE %s RETURN max(last.until)
				}[0])}) AS changes
		}
		""".formatted(LivePredicate.begunWithin("record", "$since", "through"),
			LivePredicate.endedWithin("record", "$since", "through"), LivePredicate.predicate("before", "$since"),
			LivePredicate.predicate("after", "through"), LivePredicate.endedWithin("last", "$since", "through"));

	/**
	 * From what changed the walk of the facts is gone back. It goes through records that were live at any time between
	 * the two revisions, since a reference that is gone matters as much as a new one.
	 */
	private static final String CHANGES = """
		CYPHER 25
		%s%sLET gathered = changed
		%sRETURN through, changes, COLLECT { UNWIND nodes AS it WITH it WHERE it:Model RETURN it.id } AS models
		""".formatted(THROUGH, CHANGED,
			Walk.back(Walk.FACTS, LivePredicate.between("state", "$since", "$revision")));

	private final Statements statements;

	public ChangeReader(Statements statements) {
		this.statements = statements;
	}

	/** How a node differs between two revisions. */
	public enum NodeChangeKind {
		ADDED,
		CHANGED,
		REMOVED
	}

	/**
	 * A node that changed.
	 *
	 * @param revision the last revision that changed it
	 */
	public record NodeChange(String id, NodeChangeKind kind, int revision) {
	}

	/**
	 * What changed.
	 *
	 * @param through the last revision that was looked at: the one asked for, or an earlier one, so that the records
	 *     that change until then are not too many, unless one revision alone changes more
	 * @param nodes the nodes that differ, in the order of the revisions that last changed them, then of their ids
	 * @param models the ids of the models whose conditions that may concern, in order
	 */
	public record Changes(int through, List<NodeChange> nodes, List<String> models) {
	}

	/** What changed after the revision {@code since} up to {@code revision}. */
	public Changes changes(int since, int revision) {
		MapAccessor row = statements.read(new Statement(CHANGES,
				Map.of("since", since, LivePredicate.REVISION, revision, "most", MOST_RECORDS))).getFirst();
		return new Changes(row.get("through").asInt(),
				row.get("changes").asList(ChangeReader::change).stream()
						.sorted(Comparator.comparingInt(NodeChange::revision).thenComparing(NodeChange::id)).toList(),
				row.get("models").asList(Value::asString).stream().sorted().toList());
	}

	private static NodeChange change(Value node) {
		return new NodeChange(node.get("id").asString(), NodeChangeKind.valueOf(node.get("kind").asString()),
				node.get("revision").asInt());
	}
}
