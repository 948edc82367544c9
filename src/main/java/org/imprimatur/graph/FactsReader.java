package org.imprimatur.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;

/** Reads what the rules of force need to know about models, all of them in one round trip. */
public final class FactsReader {

	/**
	 * From each model, through what it is (developer, deployers, families, parents, categories) to the conditions whose
	 * scopes name any of that; from these to whoever else they name, with what that is part of and its parts; from the
	 * conditions, and from the acts that make members, over the acts that impose, end and suspend them, and the acts on
	 * those acts; then the sources behind all of it. A step of the walk goes from anchor to anchor through one live record, which
	 * either is the state of the first and refers to the second, or is the state of the second and refers to the first.
	 * A fact too many is harmless to the rules; their number is bounded by the walk's depth.
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
		CALL (kin) {
			UNWIND kin AS member
			MATCH (member)<-[:MEMBER]-(membership:Membership)<-[:HAS_MEMBERSHIP]-(state:Record)-[:OF]->(category:Entity)
			WHERE %1$s
			RETURN category, COLLECT { MATCH (membership)-[:MEMBER_BY]->(by:Entity) RETURN by } AS by
			UNION
			MATCH (:Test)<-[:HAS_TEST]-(state:Record&Category)-[:OF]->(category:Entity) WHERE %1$s
			RETURN category, [] AS by
		}
		WITH model, kin, collect(DISTINCT category) AS categories,
			reduce(all = [], some IN collect(by) | all + some) AS by
		CALL (categories) {
			UNWIND categories AS category
			MATCH (category) ((:Entity)<-[:OF]-(state:Record WHERE %1$s)-[:PART_OF]->(:Entity)){0,8} (wider:Entity)
			RETURN collect(DISTINCT wider) AS wider
		}
		WITH model, kin + wider AS subjects, by
		CALL (subjects) {
			UNWIND subjects AS subject
			MATCH (subject)<-[:COVERS_MODEL|COVERS_COMPANY|COVERS_CATEGORY]-(:Scope)<-[:HAS_SCOPE]-(state:Record&Condition)-[:OF]->(norm:Entity)
			WHERE %1$s
			RETURN collect(DISTINCT norm) AS norms
		}
		CALL (norms) {
			UNWIND norms AS norm
			MATCH (norm)<-[:OF]-(state:Record)-[:BORNE_BY]->(named:Entity) WHERE %1$s
			RETURN named
			UNION
			UNWIND norms AS norm
			MATCH (norm)<-[:OF]-(state:Record)-[:HAS_SCOPE]->(:Scope)
				-[:COVERS_CATEGORY|COVERS_RECIPIENT|EXCLUDES]->(named:Entity) WHERE %1$s
			RETURN named
		}
		WITH model, subjects, by, norms, collect(DISTINCT named) AS named
		CALL (named) {
			UNWIND named AS one
			MATCH (one) ((:Entity)<-[:OF]-(state:Record WHERE %1$s)-[:PART_OF|SUBSIDIARY_OF]->(:Entity)){0,8} (other:Entity)
			RETURN other
			UNION
			UNWIND named AS one
			MATCH (one) ((:Entity)<-[:PART_OF]-(state:Record WHERE %1$s)-[:OF]->(:Entity)){0,8} (other:Entity)
			RETURN other
		}
		WITH model, subjects, by, norms, collect(DISTINCT other) AS parties
		CALL (parties) {
			UNWIND parties AS party
			MATCH (party)<-[:OF]-(state:Record)-[:HAS_MEMBERSHIP]->(:Membership)-[:MEMBER_BY]->(act:Entity) WHERE %1$s
			RETURN collect(DISTINCT act) AS making
		}
		CALL (norms, by, making) {
			UNWIND norms + by + making AS start
			MATCH (start) ((:Entity)<-[:OF|IMPOSES|HAS_EFFECT|AFFECTS]-(state:Record
				WHERE %1$s)-[:OF|EXCEPTION_TO|ONCE_MET|UNLESS_BREACHED]->(:Entity)){0,12} (act:Entity)
			RETURN collect(DISTINCT act) AS acts
		}
		CALL (subjects) {
			UNWIND subjects AS subject
			MATCH (subject)<-[:COVERS]-(state:Record&Dossier)-[:OF]->(dossier:Entity) WHERE %1$s
			RETURN collect(DISTINCT dossier) AS dossiers
		}
		CALL (subjects, parties, acts, dossiers) {
			UNWIND subjects + parties + acts + dossiers AS entity
			MATCH (entity)<-[:OF]-(state:Record) WHERE %1$s
			RETURN collect(DISTINCT state) AS states
		}
		CALL (states) {
			UNWIND states AS holder
			MATCH (holder)-[:HAS_EVIDENCE]->(:Evidence)-[:CITES]->(:Entity)<-[:OF]-(state:Record) WHERE %1$s
			RETURN collect(DISTINCT state) AS sources
		}
		RETURN model, [state IN states + sources | [state.id, state.content]] AS facts
		""".formatted(
			Live.predicate("state"));

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
			Live.predicate("state"));

	private final GraphReader reader;

	public FactsReader(GraphReader reader) {
		this.reader = reader;
	}

	/** The facts about each of the models that there are at the revision, by the models' ids. */
	public Map<String, Facts> facts(Collection<String> models, int revision) {
		Map<String, Facts> facts = new HashMap<>();
		reader.runAll(new Statement(FACTS, Map.of("models", List.copyOf(models), Live.REVISION, revision)))
				.forEach(row -> facts.put(row.get("model").asString(), new Facts(
						row.get("facts").asList(fact -> entity(fact.get(0).asString(), fact.get(1).asString())))));
		return facts;
	}

	/** The entities with these ids that there are at the revision, and the companies, agencies or categories that they are part of. */
	public Facts lineages(Collection<String> ids, int revision) {
		return new Facts(
				reader.runAll(new Statement(LINEAGES, Map.of("ids", List.copyOf(ids), Live.REVISION, revision)))
						.stream().map(row -> entity(row.get("id").asString(), row.get("content").asString())).toList());
	}

	private static Entity entity(String id, String content) {
		return CanonicalForm.read(id, content);
	}
}
