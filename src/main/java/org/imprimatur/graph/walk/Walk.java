package org.imprimatur.graph.walk;

import org.imprimatur.graph.connection.LivePredicate;

/**
 * Parts of the statements that gather facts. A step of a walk goes from anchor to anchor through one live record, which
 * either is the state of the first and refers to the second, or is the state of the second and refers to the first.
 */
final class Walk {

	/** From {@code kin} to the {@code categories} that any of it belongs to, and the instruments {@code by} which. */
	static final String CATEGORIES = """
		CALL (kin) {
			CALL (kin) {
				UNWIND kin AS member
				MATCH (member)<-[:MEMBER]-(membership:Membership)<-[:HAS_MEMBERSHIP]-(state:Record)-[:OF]->(category:Entity)
				WHERE %1$s
				RETURN category, COLLECT { MATCH (membership)-[:MEMBER_BY]->(by:Entity) RETURN by } AS by
				UNION
				MATCH (:Test)<-[:HAS_TEST]-(state:Record&Category)-[:OF]->(category:Entity) WHERE %1$s
				RETURN category, [] AS by
			}
			RETURN collect(DISTINCT category) AS categories, reduce(all = [], some IN collect(by) | all + some) AS by
		}
		CALL (categories) {
			UNWIND categories AS category
			MATCH (category) ((:Entity)<-[:OF]-(state:Record WHERE %1$s)-[:PART_OF]->(:Entity)){0,8} (wider:Entity)
			RETURN collect(DISTINCT wider) AS wider
		}
		""".formatted(
			LivePredicate.predicate("state"));

	/** From {@code subjects} to the {@code norms} whose scopes name any of them. */
	static final String NORMS = """
		CALL (subjects) {
			UNWIND subjects AS subject
			MATCH (subject)<-[:COVERS_MODEL|COVERS_COMPANY|COVERS_CATEGORY]-(:Scope)<-[:HAS_SCOPE]-(state:Record&Condition)-[:OF]->(norm:Entity)
			WHERE %s
			RETURN collect(DISTINCT norm) AS norms
		}
		""".formatted(
			LivePredicate.predicate("state"));

	/**
	 * From {@code norms} to the {@code parties} that they name, with what these are part of and their parts, and to the
	 * instruments {@code making} others their members.
	 */
	static final String PARTIES = """
		CALL (norms) {
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
			RETURN collect(DISTINCT named) AS named
		}
		CALL (named) {
			CALL (named) {
				UNWIND named AS one
				MATCH (one) ((:Entity)<-[:OF]-(state:Record WHERE %1$s)-[:PART_OF|SUBSIDIARY_OF]->(:Entity)){0,8} (other:Entity)
				RETURN other
				UNION
				UNWIND named AS one
				MATCH (one) ((:Entity)<-[:PART_OF]-(state:Record WHERE %1$s)-[:OF]->(:Entity)){0,8} (other:Entity)
				RETURN other
			}
			RETURN collect(DISTINCT other) AS parties
		}
		CALL (parties) {
			UNWIND parties AS party
			MATCH (party)<-[:OF]-(state:Record)-[:HAS_MEMBERSHIP]->(:Membership)-[:MEMBER_BY]->(act:Entity) WHERE %1$s
			RETURN collect(DISTINCT act) AS making
		}
		""".formatted(
			LivePredicate.predicate("state"));

	/** From {@code starts} over the {@code acts} that impose, end and suspend them, and the acts on those acts. */
	static final String ACTS = """
		CALL (starts) {
			UNWIND starts AS start
			MATCH (start) ((:Entity)<-[:OF|IMPOSES|HAS_EFFECT|AFFECTS]-(state:Record
				WHERE %s)-[:OF|EXCEPTION_TO|ONCE_MET|UNLESS_BREACHED]->(:Entity)){0,12} (act:Entity)
			RETURN collect(DISTINCT act) AS acts
		}
		""".formatted(LivePredicate.predicate("state"));

	/** The {@code states} of the {@code entities}, and the {@code sources} that they cite. */
	static final String STATES = """
		CALL (entities) {
			UNWIND entities AS entity
			MATCH (entity)<-[:OF]-(state:Record) WHERE %1$s
			RETURN collect(DISTINCT state) AS states
		}
		CALL (states) {
			UNWIND states AS holder
			MATCH (holder)-[:HAS_EVIDENCE]->(:Evidence)-[:CITES]->(:Entity)<-[:OF]-(state:Record) WHERE %1$s
			RETURN collect(DISTINCT state) AS sources
		}
		""".formatted(LivePredicate.predicate("state"));

	private Walk() {
	}
}
