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
import static org.imprimatur.graph.walk.Way.through;

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
import org.imprimatur.graph.walk.Leg.Tested;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Event;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Source;

/**
 * How the facts lie that the rules of force need to know, in one table: onward, from models to what bears on them, and
 * back, from what changed to the models that it may concern. A fact too many is harmless to the rules.
 */
final class Walk {

	/** From each entity to what it is part of. */
	static final Leg WHOLES = new Repeated(NAMED, List.of(through(Entity.class, "OF", "PART_OF|SUBSIDIARY_OF")),
			PARTIES);

	/** From a condition to those that impose it, and the acts on them; and from whatever is carved out of it. */
	private static final Way ACTED = through(Entity.class, "OF|IMPOSES|HAS_EFFECT|AFFECTS",
			"OF|EXCEPTION_TO|ONCE_MET|UNLESS_BREACHED");

	/** To what its dates are counted from. */
	private static final Way COUNTED = through(Entity.class, "OF", "HAS_END|HAS_DEADLINE/COUNTED_FROM");

	/** To the conditions that may reach the nodes; whether a test is met, the rules say. */
	static final List<Leg> REACH = List.of(
			new Repeated(NODES,
					List.of(through(Entity.class, "OF", "DEVELOPED_BY|DEPLOYED_BY|VARIANT_OF|SUBSIDIARY_OF")), KIN),
			new Once(KIN, through(Entity.class, "HAS_MEMBERSHIP/MEMBER", "OF"), CATEGORIES),
			new Tested(KIN, CATEGORIES),
			new Same(KIN, SUBJECTS),
			new Repeated(CATEGORIES, List.of(through(Entity.class, "OF", "PART_OF")), SUBJECTS),
			new Once(SUBJECTS,
					through(Condition.class, "HAS_SCOPE/COVERS_MODEL|COVERS_COMPANY|COVERS_CATEGORY", "OF"), NORMS));

	/** To these, and the acts on them. */
	static final List<Leg> CONDITIONS = Stream.concat(REACH.stream(), Stream.of(
			new Once(NORMS, through(Condition.class, "OF", "BORNE_BY"), NAMED),
			new Once(NORMS,
					through(Condition.class, "OF", "HAS_SCOPE/COVERS_CATEGORY|COVERS_DATA|COVERS_RECIPIENT|EXCLUDES"),
					NAMED),
			WHOLES,
			new Repeated(NAMED, List.of(through(Entity.class, "PART_OF", "OF")), PARTIES),
			new Same(NORMS, STARTS),
			new Once(KIN, through(Entity.class, "HAS_MEMBERSHIP/MEMBER", "HAS_MEMBERSHIP/MEMBER_BY"), STARTS),
			new Once(PARTIES, through(Entity.class, "OF", "HAS_MEMBERSHIP/MEMBER_BY"), STARTS),
			new Repeated(STARTS, List.of(ACTED, COUNTED), ACTS),
			new Once(ACTS, through(Condition.class, "OF", "HAS_FINDING/FOUND_IN"), GATHERED),
			// Sentences say whose act it is.
			new Once(ACTS, through(Instrument.class, "OF", "ISSUED_BY"), GATHERED),
			new Once(ACTS, through(Event.class, "ABOUT", "OF"), BEARING),
			new Same(SUBJECTS, BEARING),
			new Same(PARTIES, BEARING),
			new Same(ACTS, BEARING),
			new Same(BEARING, GATHERED),
			new Once(BEARING, through(Entity.class, "OF", "HAS_EVIDENCE/CITES"), CITED),
			new Once(BEARING, through(Entity.class, "OF", EvidencePath.PARTS + "/HAS_EVIDENCE/CITES"), CITED),
			new Same(CITED, GATHERED),
			new Once(CITED, through(Source.class, "OF", "TEXT_OF"), GATHERED))).toList();

	/** To all that condition sets are made of but how far the sources go: the dossiers tell what they cover. */
	static final List<Leg> COVERED = Stream
			.concat(CONDITIONS.stream(), Stream.of(new Once(SUBJECTS, through(Dossier.class, "COVERS", "OF"), BEARING)))
			.toList();

	/** To the dossiers that tell how far the sources go. */
	static final Leg READ = new Once(CITED, through(Dossier.class, "CONSULTED", "OF"), GATHERED);

	/** To all that condition sets are made of. */
	static final List<Leg> FACTS = Stream.concat(COVERED.stream(), Stream.of(READ)).toList();

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

	/**
	 * The column {@code consulted}: the dossiers that consulted the cited sources, and which of these. A dossier of an
	 * imported list consults thousands, and all that is needed of it is how far it goes.
	 */
	static String consulted(String live) {
		return """
			COLLECT {
				UNWIND %s AS source
				MATCH (source)<-[:CONSULTED]-(state:Dossier) WHERE %s
				WITH state, collect(source.id) AS sources
				RETURN [state.id, state.name, state.through, sources]
			} AS consulted""".formatted(CITED.list(), live);
	}
}
