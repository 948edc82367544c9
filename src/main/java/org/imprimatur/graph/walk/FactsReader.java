package org.imprimatur.graph.walk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.connection.Statement;
import org.imprimatur.graph.connection.Statements;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Source;
import org.imprimatur.time.EdtfDate;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

/** Reads what the rules of force need to know about models, however many, in one round trip. */
public final class FactsReader {

	/** At any number of revisions, each of which is the variable {@code revision} in its turn. */
	private static final String FACTS = about(LivePredicate.predicate("state", "revision"));

	private static final String LINEAGES = """
		CYPHER 25
		LET named = COLLECT { UNWIND $ids AS id MATCH (one:Entity {id: id}) RETURN DISTINCT one }
		%sRETURN %s
		""".formatted(Walk.onward(List.of(Walk.WHOLES), LivePredicate.predicate("state")),
			Walk.facts(Stage.PARTIES, LivePredicate.predicate("state")));

	/** The norms that a binding act imposes, and that restrict. */
	static final String RESTRICTING = """
		COLLECT {
			MATCH (state:Condition)-[:OF]->(norm:Entity)<-[:IMPOSES]-(act:Record {binding: true})
			WHERE state.modality IN ['PROHIBITION', 'LICENCE_REQUIRED'] AND %s AND %s
			RETURN DISTINCT norm
		}""".formatted(LivePredicate.predicate("state"), LivePredicate.predicate("act"));

	/** Back from the norms that restrict to the models, and from all of these onward. */
	private static final String RESTRICTED = """
		CYPHER 25
		LET norms = %2$s
		%3$sWITH COLLECT {
			UNWIND nodes AS it
			MATCH (it)<-[:OF]-(state:Model) WHERE %1$s
			RETURN it
		} AS nodes
		%4$sRETURN %5$s, %6$s
		""".formatted(LivePredicate.predicate("state"), RESTRICTING,
			Walk.back(Walk.REACH, LivePredicate.predicate("state")),
			Walk.onward(Walk.COVERED, LivePredicate.predicate("state")),
			Walk.facts(Stage.GATHERED, LivePredicate.predicate("state")),
			Walk.consulted(LivePredicate.predicate("state")));

	private final Statements statements;

	public FactsReader(Statements statements) {
		this.statements = statements;
	}

	/** The facts about each of the models that there are at the revision, by the models' ids. */
	public Map<String, Facts> facts(Collection<String> models, int revision) {
		return facts(models, List.of(revision)).getOrDefault(revision, Map.of());
	}

	/** The facts about each of the models that there are at two revisions, by these and by the models' ids. */
	public Map<Integer, Map<String, Facts>> facts(Collection<String> models, int before, int revision) {
		return facts(models, List.of(before, revision));
	}

	private Map<Integer, Map<String, Facts>> facts(Collection<String> models, List<Integer> revisions) {
		if (statements.isInProcess()) {
			return FactsOnFoot.about(statements, models, revisions);
		}
		return statements.read(new Statement(FACTS, Map.of("models", List.copyOf(models), "revisions", revisions)))
				.stream().collect(Collectors.toMap(row -> row.get("revision").asInt(),
						row -> each(row.get("found").asList(Value::asString), facts(row)), (one, same) -> one));
	}

	/** Of the facts about several models, those about each of them. */
	static Map<String, Facts> each(List<String> models, Facts about) {
		if (models.size() == 1) {
			return Map.of(models.getFirst(), about);
		}
		FactsWalk walk = new FactsWalk(about);
		return models.stream().collect(Collectors.toMap(it -> it, it -> walk.facts(walk.about(it))));
	}

	/**
	 * The entities with these ids that there are at the revision, and what they are part of, as far up as that goes.
	 */
	public Facts lineages(Collection<String> ids, int revision) {
		return facts(statements.read(
				new Statement(LINEAGES, Map.of("ids", List.copyOf(ids), LivePredicate.REVISION, revision)))
				.getFirst());
	}

	/** The facts about all models together that a binding prohibition or licence requirement may reach. */
	public Facts restricted(int revision) {
		if (statements.isInProcess()) {
			return FactsOnFoot.restricted(statements, revision);
		}
		return facts(statements.read(new Statement(RESTRICTED, Map.of(LivePredicate.REVISION, revision))).getFirst());
	}

	/** The facts that a row holds, each with its id and its content. */
	static Facts facts(MapAccessor row) {
		Stream<Entity> whole = row.get("facts")
				.asList(fact -> CanonicalForm.read(fact.get(0).asString(), fact.get(1).asString())).stream();
		// Of a dossier that covers something of this, all is among the facts, and the later of the two is kept.
		return new Facts(Stream.concat(row.get("consulted").asList(FactsReader::consulted, List.of()).stream(), whole)
				.toList());
	}

	private static Dossier consulted(Value dossier) {
		return Dossier.thatRead(dossier.get(3).asList(source -> new Ref<Source>(source.asString())),
				dossier.get(0).asString(), dossier.get(1).asString(), EdtfDate.parse(dossier.get(2).asString()));
	}

	/** The models asked for that there are. */
	static String named(String live) {
		return """
			UNWIND $models AS model
			MATCH (one:Entity {id: model}) WHERE EXISTS { MATCH (one)<-[:OF]-(state:Record&Model) WHERE %s }
			RETURN DISTINCT one""".formatted(live);
	}

	// Most of what bears on one model bears on others, too: what all of them need is found together, and parted here.
	private static String about(String live) {
		return """
			CYPHER 25
			UNWIND $revisions AS revision
			LET nodes = COLLECT { %s }
			%sRETURN revision, [one IN nodes | one.id] AS found, %s, %s
			""".formatted(named(live), Walk.onward(Walk.COVERED, live), Walk.facts(Stage.GATHERED, live),
				Walk.consulted(live));
	}
}
