package org.imprimatur.graph.walk;

import static org.imprimatur.graph.walk.Stage.ACTS;
import static org.imprimatur.graph.walk.Stage.BEARING;
import static org.imprimatur.graph.walk.Stage.CATEGORIES;
import static org.imprimatur.graph.walk.Stage.CITED;
import static org.imprimatur.graph.walk.Stage.GATHERED;
import static org.imprimatur.graph.walk.Stage.KIN;
import static org.imprimatur.graph.walk.Stage.NAMED;
import static org.imprimatur.graph.walk.Stage.NODES;
import static org.imprimatur.graph.walk.Stage.NORMS;
import static org.imprimatur.graph.walk.Stage.PARTIES;
import static org.imprimatur.graph.walk.Stage.STARTS;
import static org.imprimatur.graph.walk.Stage.SUBJECTS;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.graph.connection.EvidencePath;
import org.imprimatur.graph.walk.Leg.Once;
import org.imprimatur.graph.walk.Leg.Repeated;
import org.imprimatur.graph.walk.Leg.Same;

/**
 * How the facts lie that the rules of force need to know, in one table: onward, from models to what bears on them, and
 * back, from what changed to the models that it may concern. A fact too many is harmless to the rules.
 */
final class Walk {

	/** From each entity to what it is part of. */
	static final Leg WHOLES = new Repeated(NAMED, "(x)<-[:OF]-(state:Record)-[:PART_OF|SUBSIDIARY_OF]->(y)", PARTIES);

	/** From a condition to what its dates are counted from. */
	private static final String COUNTED_FROM = """
		(x)<-[:OF]-(state:Record&Condition)-[:HAS_END|HAS_DEADLINE]->(:RelativeDate)-[:COUNTED_FROM]->(y)""";

	/** To the conditions that may reach the nodes; whether a test is met, the rules say. */
	static final List<Leg> REACH = List.of(
			new Repeated(NODES, """
				(x)<-[:OF]-(state:Record)-[:DEVELOPED_BY|DEPLOYED_BY|VARIANT_OF|SUBSIDIARY_OF]->(y)""", KIN),
			new Once(KIN, "(x)<-[:MEMBER]-(:Membership)<-[:HAS_MEMBERSHIP]-(state:Record)-[:OF]->(y)", CATEGORIES),
			new Once(KIN, "(x:Entity&Model), (:Test)<-[:HAS_TEST]-(state:Record&Category)-[:OF]->(y)", CATEGORIES),
			new Same(KIN, SUBJECTS),
			new Repeated(CATEGORIES, "(x)<-[:OF]-(state:Record)-[:PART_OF]->(y)", SUBJECTS),
			new Once(SUBJECTS, """
				(x)<-[:COVERS_MODEL|COVERS_COMPANY|COVERS_CATEGORY]-(:Scope)
					<-[:HAS_SCOPE]-(state:Record&Condition)-[:OF]->(y)""", NORMS));

	/** To these, and the acts on them. */
	static final List<Leg> CONDITIONS = Stream.concat(REACH.stream(), Stream.of(
			new Once(NORMS, "(x)<-[:OF]-(state:Record&Condition)-[:BORNE_BY]->(y)", NAMED),
			new Once(NORMS, """
				(x)<-[:OF]-(state:Record&Condition)-[:HAS_SCOPE]->(:Scope)
					-[:COVERS_CATEGORY|COVERS_DATA|COVERS_RECIPIENT|EXCLUDES]->(y)""", NAMED),
			WHOLES,
			new Repeated(NAMED, "(x)<-[:PART_OF]-(state:Record)-[:OF]->(y)", PARTIES),
			new Same(NORMS, STARTS),
			new Once(NORMS, COUNTED_FROM, STARTS),
			new Once(KIN, """
				(x)<-[:MEMBER]-(membership:Membership)<-[:HAS_MEMBERSHIP]-(state:Record),
					(membership)-[:MEMBER_BY]->(y)""", STARTS),
			new Once(PARTIES, "(x)<-[:OF]-(state:Record)-[:HAS_MEMBERSHIP]->(:Membership)-[:MEMBER_BY]->(y)", STARTS),
			new Repeated(STARTS, """
				(x)<-[:OF|IMPOSES|HAS_EFFECT|AFFECTS]-(state:Record)
					-[:OF|EXCEPTION_TO|ONCE_MET|UNLESS_BREACHED]->(y)""", ACTS),
			new Once(ACTS, COUNTED_FROM, BEARING),
			new Once(ACTS, "(x)<-[:OF]-(state:Record&Condition)-[:HAS_FINDING]->(:Part)-[:FOUND_IN]->(y)", GATHERED),
			// Sentences say whose act it is.
			new Once(ACTS, "(x)<-[:OF]-(state:Record&Instrument)-[:ISSUED_BY]->(y)", GATHERED),
			new Once(ACTS, "(x)<-[:ABOUT]-(state:Record&Event)-[:OF]->(y)", BEARING),
			new Same(SUBJECTS, BEARING),
			new Same(PARTIES, BEARING),
			new Same(ACTS, BEARING),
			new Same(BEARING, GATHERED),
			new Once(BEARING, "(x)<-[:OF]-(state:Record)" + EvidencePath.ONWARD + "(:Evidence)-[:CITES]->(y)",
					CITED),
			new Same(CITED, GATHERED),
			new Once(CITED, "(x)<-[:OF]-(state:Record&Source)-[:TEXT_OF]->(y)", GATHERED))).toList();

	/** To all that condition sets are made of: the dossiers tell what they cover. */
	static final List<Leg> FACTS = Stream.concat(CONDITIONS.stream(),
			Stream.of(new Once(SUBJECTS, "(x)<-[:COVERS]-(state:Record&Dossier)-[:OF]->(y)", BEARING),
					new Once(CITED, "(x)<-[:CONSULTED]-(state:Record&Dossier)-[:OF]->(y)", GATHERED)))
			.toList();

	private Walk() {
	}

	/**
	 * Clauses that list the entities of each stage from those of the first.
	 *
	 * @param live the condition that a record named {@code state} is live
	 */
	static String onward(Collection<Leg> legs, String live) {
		return clauses(legs, Leg::to, Comparator.naturalOrder(), leg -> leg.onward(live));
	}

	/** Clauses that list the entities of each stage from those of the last. */
	static String back(Collection<Leg> legs, String live) {
		return clauses(legs, Leg::from, Comparator.reverseOrder(), leg -> leg.back(live));
	}

	private static String clauses(Collection<Leg> legs, Function<Leg, Stage> found, Comparator<Stage> order,
			Function<Leg, String> query) {
		Map<Stage, String> queries = legs.stream().collect(Collectors.groupingBy(found, () -> new TreeMap<>(order),
				Collectors.mapping(query, Collectors.joining("\nUNION\n"))));
		return queries.entrySet().stream().map(it -> "LET %s = COLLECT {\n%s\n}\n".formatted(it.getKey().list(),
				it.getValue())).collect(Collectors.joining());
	}

	/** The column {@code facts}: the ids and contents of the entities of a stage. */
	static String facts(Stage stage, String live) {
		return """
			COLLECT {
				UNWIND %s AS it
				MATCH (it)<-[:OF]-(state:Record) WHERE %s
				RETURN [state.id, state.content]
			} AS facts""".formatted(stage.list(), live);
	}
}
