package org.imprimatur.graph.walk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.graph.connection.EvidencePath;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.connection.Statement;
import org.imprimatur.graph.connection.Statements;
import org.imprimatur.knowledge.Facts;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

/** Looks over the whole graph at a revision, each time in one round trip. */
public final class SurveyReader {

	/** What can be counted in the graph. */
	public enum Survey {
		/** Nodes by their kinds. */
		KIND("MATCH (state:Record) WHERE %1$s WITH state.type AS value"),
		/** Instruments by the agencies that issued them; one of several agencies counts for each. */
		AGENCY("""
			MATCH (state:Instrument) WHERE %1$s
			OPTIONAL MATCH (state)-[:ISSUED_BY]->(agency:Entity&Agency)
			WITH agency.id AS value"""),
		/** Instruments by the jurisdictions of those who issued them. */
		JURISDICTION("""
			MATCH (state:Instrument) WHERE %1$s
			WITH COLLECT {
				MATCH (state)-[:ISSUED_BY]->(:Entity)<-[:OF]-(issuer:Record WHERE %2$s)
				WHERE issuer.jurisdiction IS NOT NULL
				RETURN DISTINCT issuer.jurisdiction
			} AS known
			UNWIND CASE WHEN known = [] THEN [null] ELSE known END AS value
			WITH value"""),
		/** Instruments by the years in which they were issued, where that is certain. */
		YEAR("""
			MATCH (state:Instrument) WHERE %1$s
			WITH CASE WHEN state.issued_from.year = state.issued_to.year
				THEN toString(state.issued_from.year) END AS value"""),
		/** Sources by their reliability. */
		RELIABILITY("MATCH (state:Source) WHERE %1$s WITH state.reliability AS value");

		private final String counting;

		Survey(String counting) {
			this.counting = "COLLECT { %s WITH value, count(*) AS count RETURN [value, count] }".formatted(
					counting.formatted(LivePredicate.predicate("state"), LivePredicate.predicate("issuer")));
		}
	}

	/** How many have a value; {@code null} stands for those of which it is not known. */
	public record Count(@Nullable String value, int count) {
	}

	/** The column {@code unknown}: the ids asked for that there are not. */
	private static final String UNKNOWN = """
		[id IN $of WHERE NOT EXISTS { (:Entity {id: id})<-[:OF]-(state:Record WHERE %s) }] AS unknown"""
			.formatted(LivePredicate.predicate("state"));

	/** The states of some entities, and the sources that they cite. */
	private static final String WITH_SOURCES = """
		CYPHER 25
		MATCH %3$s WHERE %1$s
		WITH collect(DISTINCT state) AS states
		CALL (states) {
			UNWIND states AS holder
			MATCH (holder)%2$s(:Evidence)-[:CITES]->(:Entity)<-[:OF]-(state:Record) WHERE %1$s
			RETURN collect(DISTINCT state) AS sources
		}
		RETURN [state IN states + sources | [state.id, state.content]] AS facts, %4$s
		""";

	/**
	 * The dossiers that are about some entities or tell of them, or all of them, the sources that they consulted, and
	 * what cites these.
	 */
	private static final String COVERAGE = """
		CYPHER 25
		WITH COLLECT {
			UNWIND $of AS id
			MATCH (:Entity {id: id})<-[:OF]-(state:Record) WHERE %1$s
			RETURN state.dossier
		} AS telling
		MATCH (state:Dossier) WHERE %1$s
			AND ($all OR state.id IN telling OR EXISTS { (state)-[:COVERS]->(subject:Entity) WHERE subject.id IN $of })
		WITH collect(state) AS dossiers
		CALL (dossiers) {
			UNWIND dossiers AS dossier
			MATCH (dossier)-[:CONSULTED]->(:Entity)<-[:OF]-(state:Record) WHERE %1$s
			RETURN collect(DISTINCT state) AS sources
		}
		CALL (sources) {
			UNWIND sources AS source
			MATCH (source)-[:OF]->(:Entity)<-[:CITES]-(:Evidence)%2$s(state:Record) WHERE %1$s
			RETURN count(DISTINCT state) AS citing
		}
		RETURN [state IN dossiers + sources | [state.id, state.content]] AS facts, citing, %3$s
		""".formatted(
			LivePredicate.predicate("state"), EvidencePath.BACK, UNKNOWN);

	private static final String MODELS = """
		COLLECT { MATCH (state:Model) WHERE %s WITH state.id AS id ORDER BY id RETURN id }"""
			.formatted(LivePredicate.predicate("state"));

	private final Statements statements;

	public SurveyReader(Statements statements) {
		this.statements = statements;
	}

	/** The counts of each survey, in no order, and the ids of all models in the order of their ids. */
	public Surveyed count(Set<Survey> surveys, int revision) {
		List<Survey> asked = surveys.stream().sorted().toList();
		String columns = asked.stream().map(survey -> "%s AS %s, ".formatted(survey.counting, survey.name()))
				.collect(Collectors.joining());
		MapAccessor row = statements.read(new Statement("CYPHER 25 RETURN %s%s AS models".formatted(columns, MODELS),
				Map.of(LivePredicate.REVISION, revision))).getFirst();
		return new Surveyed(asked.stream().collect(Collectors.toMap(survey -> survey,
				survey -> row.get(survey.name()).asList(SurveyReader::counted))),
				row.get("models").asList(Value::asString));
	}

	/** What was counted. */
	public record Surveyed(Map<Survey, List<Count>> counts, List<String> models) {
	}

	/** Every entity of which something is disputed, with the sources that it cites; and which of some ids there are. */
	public Disputed disputed(Collection<String> of, int revision) {
		MapAccessor row = withSources("(:Evidence {stance: 'DISPUTES'})%s(state:Record)".formatted(EvidencePath.BACK),
				of,
				revision);
		return new Disputed(FactsReader.facts(row), row.get("unknown").asList(Value::asString));
	}

	/** Every instrument that answers something, with the sources that it cites. */
	public Facts motivated(int revision) {
		return FactsReader
				.facts(withSources("(state:Instrument)-[:MOTIVATED_BY]->(:Entity)", List.of(), revision));
	}

	private MapAccessor withSources(String states, Collection<String> of, int revision) {
		String cypher = WITH_SOURCES.formatted(LivePredicate.predicate("state"), EvidencePath.ONWARD, states, UNKNOWN);
		return statements.read(new Statement(cypher, Map.of("of", List.copyOf(of), LivePredicate.REVISION, revision)))
				.getFirst();
	}

	/**
	 * What is disputed.
	 *
	 * @param facts the entities of which something is, and the sources that they cite
	 * @param unknown the ids asked for that there are not
	 */
	public record Disputed(Facts facts, List<String> unknown) {
	}

	/**
	 * The dossiers that are about any of the entities or tell of them, or all dossiers if none is given, with the
	 * sources that they consulted.
	 */
	public Covered coverage(Collection<String> of, int revision) {
		MapAccessor row = statements.read(new Statement(COVERAGE,
				Map.of("of", List.copyOf(of), "all", of.isEmpty(), LivePredicate.REVISION, revision))).getFirst();
		return new Covered(FactsReader.facts(row), row.get("citing").asInt(),
				row.get("unknown").asList(Value::asString));
	}

	/**
	 * What dossiers cover.
	 *
	 * @param facts the dossiers, and the sources that they consulted
	 * @param citing how many entities rest on a passage of these sources
	 * @param unknown the ids asked for that there are not
	 */
	public record Covered(Facts facts, int citing, List<String> unknown) {
	}

	private static Count counted(Value pair) {
		return new Count(pair.get(0).isNull() ? null : pair.get(0).asString(), pair.get(1).asInt());
	}
}
