package org.imprimatur.graph.walk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.connection.Statement;
import org.imprimatur.graph.selection.GraphReader;
import org.imprimatur.knowledge.Facts;
import org.neo4j.driver.Record;

/** Reads all that may belong to the timelines of some nodes, in one round trip. */
public final class HistoryReader {

	/**
	 * From the nodes, the subjects of those that are dossiers and the models of those that are companies, as the rules of
	 * force need it: to the conditions that may reach them, and the acts on these. Beside that, to the acts and conditions
	 * that name them, and what those acts impose and do; then to what is named in words only, the events and the sources.
	 */
	private static final String HISTORY = """
		CYPHER 25
		CALL () {
			UNWIND $ids AS id
			MATCH (node:Entity {id: id}) WHERE EXISTS { MATCH (node)<-[:OF]-(state:Record) WHERE %1$s }
			RETURN collect(DISTINCT node) AS asked
		}
		CALL (asked) {
			UNWIND asked AS node
			MATCH (node)<-[:OF]-(state:Record&Dossier)-[:COVERS]->(subject:Entity) WHERE %1$s
			RETURN collect(DISTINCT subject) AS covered
		}
		CALL (asked, covered) {
			UNWIND asked + covered AS node
			MATCH (node)<-[:DEVELOPED_BY|DEPLOYED_BY]-(state:Record&Model)-[:OF]->(model:Entity) WHERE %1$s
			RETURN collect(DISTINCT model) AS models
		}
		WITH asked, asked + covered + models AS nodes
		CALL (nodes) {
			UNWIND nodes AS node
			MATCH (node) ((:Entity)<-[:OF]-(state:Record
				WHERE %1$s)-[:DEVELOPED_BY|DEPLOYED_BY|VARIANT_OF|SUBSIDIARY_OF]->(:Entity)){0,8} (kin:Entity)
			RETURN collect(DISTINCT kin) AS kin
		}
		%2$s
		WITH asked, nodes, kin + wider AS subjects, by
		%3$s
		%4$s
		CALL (nodes) {
			CALL (nodes) {
				UNWIND nodes AS node
				MATCH (node)<-[:ISSUED_BY|SIGNED_BY|ADDRESSED_TO|TARGETS|MOTIVATED_BY|BORNE_BY]-(state:Record)-[:OF]->(named:Entity)
				WHERE %1$s
				RETURN named
				UNION
				UNWIND nodes AS node
				MATCH (node)<-[:COVERS_DATA|COVERS_RECIPIENT|FOUND_BY]-(:Part)<-[:HAS_SCOPE|HAS_FINDING]-(state:Record)-[:OF]->(named:Entity)
				WHERE %1$s
				RETURN named
			}
			RETURN collect(DISTINCT named) AS acting
		}
		CALL (nodes, acting) {
			UNWIND nodes + acting AS act
			MATCH (act)<-[:OF]-(state:Record)-[:IMPOSES|HAS_EFFECT]->(part:Entity) WHERE %1$s
			RETURN collect(DISTINCT part) AS parts
		}
		WITH asked, nodes, subjects + parties AS subjects, norms + by + making + nodes + acting + parts AS starts
		%5$s
		CALL (acts) {
			CALL (acts) {
				UNWIND acts AS act
				MATCH (act)<-[:OF]-(state:Record)-[:ISSUED_BY|AFFECTS]->(told:Entity) WHERE %1$s
				RETURN told
				UNION
				UNWIND acts AS act
				MATCH (act)<-[:OF]-(state:Record)-[:HAS_FINDING]->(:Part)-[:FOUND_BY]->(told:Entity) WHERE %1$s
				RETURN told
			}
			RETURN collect(DISTINCT told) AS told
		}
		CALL (nodes, acts) {
			UNWIND nodes + acts AS entity
			MATCH (entity)<-[:ABOUT|HAS_PARTICIPANT]-(state:Record&Event)-[:OF]->(event:Entity) WHERE %1$s
			RETURN collect(DISTINCT event) AS events
		}
		WITH asked, nodes + subjects + acts + told + events AS entities
		%6$s
		RETURN [node IN asked | node.id] AS found, [state IN states + sources | [state.id, state.content]] AS facts
		""".formatted(
			LivePredicate.predicate("state"), Walk.CATEGORIES, Walk.NORMS, Walk.PARTIES, Walk.ACTS, Walk.STATES);

	private final GraphReader reader;

	public HistoryReader(GraphReader reader) {
		this.reader = reader;
	}

	/**
	 * What was read.
	 *
	 * @param found which of the ids are nodes at the revision
	 * @param facts all that may belong to their timelines
	 */
	public record History(List<String> found, Facts facts) {
	}

	/** Reads all that may belong to the timelines of the nodes. */
	public History read(Collection<String> ids, int revision) {
		Record row = reader
				.runAll(new Statement(HISTORY, Map.of("ids", List.copyOf(ids), LivePredicate.REVISION, revision)))
				.getFirst();
		return new History(row.get("found").asList(id -> id.asString()), FactsReader.facts(row));
	}
}
