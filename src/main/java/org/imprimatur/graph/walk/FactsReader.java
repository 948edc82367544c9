package org.imprimatur.graph.walk;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.connection.Statement;
import org.imprimatur.graph.selection.GraphReader;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Facts;
import org.neo4j.driver.Record;

/** Reads what the rules of force need to know about models, all of them in one round trip. */
public final class FactsReader {

	/**
	 * From each model, through what it is (developer, deployers, families, parents, categories) to the conditions whose
	 * scopes name any of that; from these to whoever else they name; from the conditions, and from the acts that make
	 * members, over the acts that impose, end and suspend them, and the acts on those acts; then the sources behind all
	 * of it. A fact too many is harmless to the rules; their number is bounded by the walk's depth.
	 */
	private static final String FACTS = """
		CYPHER 25
		UNWIND $models AS model
		MATCH (subject:Entity {id: model})
		WHERE EXISTS { MATCH (subject)<-[:OF]-(state:Record&Model) WHERE %1$s }
		CALL (subject) {
			MATCH (subject) ((:Entity)<-[:OF]-(state:Record
				WHERE %1$s)-[:DEVELOPED_BY|DEPLOYED_BY|VARIANT_OF|SUBSIDIARY_OF]->(:Entity)){0,8} (kin:Entity)
			RETURN collect(DISTINCT kin) AS kin
		}
		%2$s
		WITH model, kin + wider AS subjects, by
		%3$s
		%4$s
		WITH model, subjects, parties, norms + by + making AS starts
		%5$s
		CALL (subjects) {
			UNWIND subjects AS subject
			MATCH (subject)<-[:COVERS]-(state:Record&Dossier)-[:OF]->(dossier:Entity) WHERE %1$s
			RETURN collect(DISTINCT dossier) AS dossiers
		}
		WITH model, subjects + parties + acts + dossiers AS entities
		%6$s
		RETURN model, $revision AS revision, [state IN states + sources | [state.id, state.content]] AS facts
		""".formatted(LivePredicate.predicate("state"), Walk.CATEGORIES, Walk.NORMS, Walk.PARTIES, Walk.ACTS,
			Walk.STATES);

	/** The same at two revisions. */
	private static final String TWICE = FACTS + "UNION ALL\n"
			+ FACTS.replace("CYPHER 25\n", "").replace("$" + LivePredicate.REVISION, "$before");

	/** From each entity to what it is part of, as far up as that goes. */
	private static final String LINEAGES = """
		CYPHER 25
		UNWIND $ids AS id
		MATCH (one:Entity {id: id})
		CALL (one) {
			MATCH (one) ((:Entity)<-[:OF]-(state:Record WHERE %1$s)-[:SUBSIDIARY_OF|PART_OF]->(:Entity)){0,8} (kin:Entity)
			RETURN DISTINCT kin
		}
		MATCH (kin)<-[:OF]-(state:Record) WHERE %1$s
		RETURN DISTINCT state.id AS id, state.content AS content
		""".formatted(
			LivePredicate.predicate("state"));

	private final GraphReader reader;

	public FactsReader(GraphReader reader) {
		this.reader = reader;
	}

	/** The facts about each of the models that there are at the revision, by the models' ids. */
	public Map<String, Facts> facts(Collection<String> models, int revision) {
		Map<String, Facts> facts = new HashMap<>();
		reader.runAll(new Statement(FACTS, Map.of("models", List.copyOf(models), LivePredicate.REVISION, revision)))
				.forEach(row -> facts.put(row.get("model").asString(), facts(row)));
		return facts;
	}

	/** The facts about each of the models that there are at two revisions, by these and by the models' ids. */
	public Map<Integer, Map<String, Facts>> facts(Collection<String> models, int before, int revision) {
		Map<Integer, Map<String, Facts>> facts = new HashMap<>();
		reader.runAll(new Statement(TWICE,
				Map.of("models", List.copyOf(models), "before", before, LivePredicate.REVISION, revision)))
				.forEach(row -> facts.computeIfAbsent(row.get("revision").asInt(), at -> new HashMap<>())
						.put(row.get("model").asString(), facts(row)));
		return facts;
	}

	/** The entities with these ids that there are at the revision, and the companies, agencies or categories that they are part of. */
	public Facts lineages(Collection<String> ids, int revision) {
		return new Facts(
				reader.runAll(
						new Statement(LINEAGES, Map.of("ids", List.copyOf(ids), LivePredicate.REVISION, revision)))
						.stream()
						.map(row -> CanonicalForm.read(row.get("id").asString(), row.get("content").asString()))
						.toList());
	}

	/** The facts that a row holds, each with its id and its content. */
	public static Facts facts(Record row) {
		return new Facts(row.get("facts")
				.asList(fact -> CanonicalForm.read(fact.get(0).asString(), fact.get(1).asString())));
	}
}
