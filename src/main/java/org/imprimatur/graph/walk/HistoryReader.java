package org.imprimatur.graph.walk;

import static org.imprimatur.graph.walk.Stage.ACTS;
import static org.imprimatur.graph.walk.Stage.ASKED;
import static org.imprimatur.graph.walk.Stage.BEARING;
import static org.imprimatur.graph.walk.Stage.NAMING;
import static org.imprimatur.graph.walk.Stage.NODES;
import static org.imprimatur.graph.walk.Stage.STARTS;
import static org.imprimatur.graph.walk.Stage.TOLD;
import static org.imprimatur.graph.walk.Way.through;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.connection.Statement;
import org.imprimatur.graph.connection.Statements;
import org.imprimatur.graph.connection.StoredNode;
import org.imprimatur.graph.connection.StoredNodes;
import org.imprimatur.graph.walk.Leg.Once;
import org.imprimatur.graph.walk.Leg.Same;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Event;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Model;
import org.imprimatur.time.EdtfDate;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

/** Reads all that may belong to the timelines of some nodes, in one round trip. */
public final class HistoryReader {

	/**
	 * The subjects of dossiers and the models of companies are looked at as well. Beside the conditions that may reach
	 * the nodes, as the rules of force need them, the walk goes to the acts and conditions that name them, with what
	 * those acts impose and do; then to what is named in words only, and to the events.
	 */
	static final List<Leg> LEGS = Stream.concat(Walk.CONDITIONS.stream(), Stream.of(
			new Same(ASKED, TOLD),
			new Once(ASKED, through(Dossier.class, "OF", "COVERS"), TOLD),
			new Same(TOLD, NODES),
			new Once(TOLD, through(Model.class, "DEVELOPED_BY|DEPLOYED_BY", "OF"), NODES),
			new Same(NODES, NAMING),
			new Once(NODES,
					through(Entity.class, "ISSUED_BY|SIGNED_BY|ADDRESSED_TO|TARGETS|MOTIVATED_BY|BORNE_BY", "OF"),
					NAMING),
			new Once(NODES, through(Entity.class,
					"HAS_SCOPE|HAS_FINDING/COVERS_DATA|COVERS_RECIPIENT|FOUND_BY|FOUND_IN", "OF"), NAMING),
			new Same(NAMING, STARTS),
			new Once(NAMING, through(Entity.class, "OF", "IMPOSES|HAS_EFFECT"), STARTS),
			new Once(ACTS, through(Entity.class, "OF", "ISSUED_BY|SIGNED_BY|ADDRESSED_TO|AFFECTS"), BEARING),
			new Once(ACTS, through(Entity.class, "OF", "HAS_FINDING/FOUND_BY|FOUND_IN"), BEARING),
			new Once(ACTS, through(Event.class, "HAS_PARTICIPANT", "OF"), BEARING))).toList();

	private static final String LIVE = LivePredicate.predicate("state");

	private static final String ASKED_FOR = """
		UNWIND $ids AS id
		MATCH (one:Entity {id: id}) WHERE EXISTS { MATCH (one)<-[:OF]-(state:Record) WHERE %s }
		RETURN DISTINCT one""".formatted(LIVE);

	private static final String FOUND_AND_THROUGH = """
		[one IN asked | one.id] AS found, COLLECT {
			UNWIND $ids AS id
			MATCH (:Entity {id: id})<-[:OF]-(holder:Record), (state:Dossier)
			WHERE %s AND %s AND (state.id = holder.dossier OR EXISTS { (state)-[:COVERS]->(:Entity {id: id}) })
			RETURN DISTINCT state.through
		} AS through""".formatted(LivePredicate.predicate("holder"), LIVE);

	private static final String HISTORY = """
		CYPHER 25
		LET asked = COLLECT { %s }
		%sRETURN %s, %s
		""".formatted(ASKED_FOR, Walk.onward(LEGS, LIVE), Walk.facts(Stage.GATHERED, LIVE), FOUND_AND_THROUGH);

	private final Statements statements;

	public HistoryReader(Statements statements) {
		this.statements = statements;
	}

	/**
	 * What was read.
	 *
	 * @param found which of the ids are nodes at the revision
	 * @param facts all that may belong to their timelines
	 * @param through the days through which the dossiers go that are about them or tell of them
	 */
	public record History(List<String> found, Facts facts, List<EdtfDate> through) {
	}

	/** Reads all that may belong to the timelines of the nodes. */
	public History read(Collection<String> ids, int revision) {
		if (statements.isInProcess()) {
			return statements.walk(nodes -> onFoot(nodes, ids, revision));
		}
		Map<String, Object> asked = Map.of("ids", List.copyOf(ids), LivePredicate.REVISION, revision);
		MapAccessor row = statements.read(new Statement(HISTORY, asked)).getFirst();
		return history(row.get("found").asList(Value::asString), FactsReader.facts(row),
				row.get("through").asList(Value::asString));
	}

	private static History onFoot(StoredNodes nodes, Collection<String> ids, int revision) {
		Set<StoredNode> asked = NodeWalk.anchors(nodes, ids, "Record", revision);
		NodeWalk walk = new NodeWalk(nodes, revision, ASKED, asked);
		return history(asked.stream().map(NodeWalk::id).toList(),
				new Facts(walk.onward(LEGS).entities(Stage.GATHERED).toList()),
				asked.stream().flatMap(walk::dossiers)
						.map(it -> (String) Objects.requireNonNull(it.property("through")))
						.distinct().toList());
	}

	private static History history(List<String> found, Facts facts, List<String> through) {
		return new History(found, facts, through.stream().map(EdtfDate::parse).toList());
	}
}
