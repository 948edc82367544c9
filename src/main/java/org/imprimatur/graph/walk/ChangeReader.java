package org.imprimatur.graph.walk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.connection.Statement;
import org.imprimatur.graph.selection.GraphReader;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads what changed between two revisions, and which models that may concern, in one round trip. */
public final class ChangeReader {

	/** How many records may begin or end in revisions that are read together. */
	static final int MOST_RECORDS = 1_000;

	private static final String LIVE_BETWEEN = LivePredicate.between("state", "$since",
			"$revision");

	/** As far as the walk of the facts goes. */
	private static final int STEPS = 12;

	/**
	 * What changed is found by indexes of the records' ends, so that its cost follows the change and not the graph. From
	 * there the walk of the facts is gone backwards: to what cites a source, over the acts to the norms, and to those that name
	 * a party; from the norms to what their scopes name, to the members of categories and to the models. It goes through
	 * records that were live at any time between the two revisions, since a reference that is gone matters as much as a new
	 * one.
	 */
	private static final String CHANGES = """
		CYPHER 25
		CALL () {
			CALL () {
				MATCH (record:Record) WHERE %7$s
				RETURN record.since AS turn ORDER BY turn LIMIT $most + 1
				UNION ALL
				MATCH (record:Record) WHERE %8$s
				RETURN record.until AS turn ORDER BY turn LIMIT $most + 1
			}
			WITH turn ORDER BY turn LIMIT $most + 1
			RETURN collect(turn) AS turns
		}
		WITH CASE WHEN size(turns) <= $most THEN $revision
			WHEN turns[0] = turns[$most] THEN turns[0]
			ELSE turns[$most] - 1 END AS through
		CALL (through) {
			CALL (through) {
				MATCH (record:Record)-[:OF]->(entity:Entity) WHERE %9$s
				RETURN entity
				UNION
				MATCH (record:Record)-[:OF]->(entity:Entity) WHERE %10$s
				RETURN entity
			}
			OPTIONAL MATCH (entity)<-[:OF]-(before:Record) WHERE %11$s
			OPTIONAL MATCH (entity)<-[:OF]-(after:Record) WHERE %12$s
			WITH entity, before, after
			WHERE coalesce(before.digest, '') <> coalesce(after.digest, '')
			RETURN collect(entity) AS changed, collect({id: entity.id,
				kind: CASE WHEN before IS NULL THEN 'ADDED' WHEN after IS NULL THEN 'REMOVED' ELSE 'CHANGED' END,
				revision: coalesce(after.since, COLLECT {
					MATCH (entity)<-[:OF]-(last:Record) WHERE %13$s RETURN max(last.until)
				}[0])}) AS nodes
		}
		CALL (changed) {
			CALL (changed) {
				UNWIND changed AS entity
				MATCH (entity)<-[:CITES]-(:Evidence)<-[:HAS_EVIDENCE]-(state:Record)-[:OF]->(told:Entity) WHERE %1$s
				RETURN told
				UNION
				UNWIND changed AS entity
				MATCH (entity)<-[:OF]-(state:Record&Dossier)-[:COVERS]->(told:Entity) WHERE %1$s
				RETURN told
				UNION
				UNWIND changed AS told
				RETURN told
			}
			RETURN collect(DISTINCT told) AS told
		}
		WITH through, nodes, told, %2$s AS starts
		CALL (told, starts) {
			CALL (told, starts) {
				UNWIND starts AS start
				MATCH (start)<-[:MEMBER_BY]-(:Membership)<-[:HAS_MEMBERSHIP]-(state:Record)-[:OF]->(party:Entity) WHERE %1$s
				RETURN party
				UNION
				UNWIND told AS party
				RETURN party
			}
			RETURN collect(DISTINCT party) AS parties
		}
		WITH through, nodes, starts, parties, %3$s AS wider, %4$s AS narrow
		WITH through, nodes, starts, parties, wider + narrow AS kin
		CALL (kin) {
			CALL (kin) {
				UNWIND kin AS party
				MATCH (party)<-[:BORNE_BY]-(state:Record&Condition)-[:OF]->(norm:Entity) WHERE %1$s
				RETURN norm
				UNION
				UNWIND kin AS party
				MATCH (party)<-[:COVERS_CATEGORY|COVERS_RECIPIENT|EXCLUDES]-(:Scope)<-[:HAS_SCOPE]-(state:Record&Condition)-[:OF]->(norm:Entity)
				WHERE %1$s
				RETURN norm
			}
			RETURN collect(DISTINCT norm) AS naming
		}
		CALL (parties, starts, naming) {
			CALL (parties, starts, naming) {
				UNWIND starts + naming AS start
				MATCH (start)<-[:OF]-(state:Record&Condition)-[:HAS_SCOPE]->(:Scope)-[:COVERS_MODEL|COVERS_COMPANY|COVERS_CATEGORY]->(subject:Entity)
				WHERE %1$s
				RETURN subject
				UNION
				UNWIND parties AS subject
				RETURN subject
			}
			RETURN collect(DISTINCT subject) AS subjects
		}
		WITH through, nodes, %5$s AS narrower
		CALL (narrower) {
			CALL (narrower) {
				UNWIND narrower AS category
				MATCH (category)<-[:OF]-(state:Record&Category)-[:HAS_MEMBERSHIP]->(:Membership)-[:MEMBER]->(member:Entity)
				WHERE %1$s
				RETURN member
				UNION
				UNWIND narrower AS category
				MATCH (category)<-[:OF]-(state:Record&Category)-[:HAS_TEST]->(:Test) WHERE %1$s
				WITH DISTINCT 1 AS tested
				MATCH (member:Entity&Model)
				RETURN member
				UNION
				UNWIND narrower AS member
				RETURN member
			}
			RETURN collect(DISTINCT member) AS members
		}
		WITH through, nodes, %6$s AS kindred
		CALL (kindred) {
			UNWIND kindred AS model
			WITH model WHERE model:Model
			RETURN collect(DISTINCT model.id) AS models
		}
		RETURN through, nodes, models
		""".formatted(
			LIVE_BETWEEN,
			closure("told",
					"(x)<-[:OF|EXCEPTION_TO|ONCE_MET|UNLESS_BREACHED]-(state:Record WHERE %s)-[:OF|IMPOSES|HAS_EFFECT|AFFECTS]->(y:Entity)"),
			closure("parties", "(x)<-[:OF]-(state:Record WHERE %s)-[:PART_OF|SUBSIDIARY_OF]->(y:Entity)"),
			closure("parties", "(x)<-[:PART_OF|SUBSIDIARY_OF]-(state:Record WHERE %s)-[:OF]->(y:Entity)"),
			closure("subjects", "(x)<-[:PART_OF]-(state:Record WHERE %s)-[:OF]->(y:Entity)"),
			closure("members",
					"(x)<-[:DEVELOPED_BY|DEPLOYED_BY|VARIANT_OF|SUBSIDIARY_OF]-(state:Record WHERE %s)-[:OF]->(y:Entity)"),
			LivePredicate.begunWithin("record", "$since", "$revision"),
			LivePredicate.endedWithin("record", "$since", "$revision"),
			LivePredicate.begunWithin("record", "$since", "through"),
			LivePredicate.endedWithin("record", "$since", "through"), LivePredicate.predicate("before", "$since"),
			LivePredicate.predicate("after", "through"), LivePredicate.endedWithin("last", "$since", "through"));

	/**
	 * All entities of a list, and those that a step leads to from any of them, again and again. It goes by layers and not by
	 * paths, of which there are as many as an entity had states, at each step.
	 */
	private static String closure(String from, String step) {
		return """
			reduce(found = %s, turn IN range(1, %d) | COLLECT {
				UNWIND found AS x
				CALL (x) {
					MATCH %s
					RETURN y
					UNION
					RETURN x AS y
				}
				RETURN DISTINCT y
			})""".formatted(from, STEPS, step.formatted(LIVE_BETWEEN));
	}

	private final GraphReader reader;

	public ChangeReader(GraphReader reader) {
		this.reader = reader;
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
	 * @param through the last revision that was looked at: the one asked for, or an earlier one, so that the records that
	 *     change until then are not too many, unless one revision alone changes more
	 * @param nodes the nodes that differ, in the order of the revisions that last changed them, then of their ids
	 * @param models the ids of the models whose conditions that may concern, in order
	 */
	public record Changes(int through, List<NodeChange> nodes, List<String> models) {
	}

	/** What changed after the revision {@code since} up to {@code revision}. */
	public Changes changes(int since, int revision) {
		Record row = reader.runAll(new Statement(CHANGES,
				Map.of("since", since, LivePredicate.REVISION, revision, "most", MOST_RECORDS))).getFirst();
		return new Changes(row.get("through").asInt(),
				row.get("nodes").asList(ChangeReader::change).stream()
						.sorted(Comparator.comparingInt(NodeChange::revision).thenComparing(NodeChange::id)).toList(),
				row.get("models").asList(Value::asString).stream().sorted().toList());
	}

	private static NodeChange change(Value node) {
		return new NodeChange(node.get("id").asString(), NodeChangeKind.valueOf(node.get("kind").asString()),
				node.get("revision").asInt());
	}
}
