package org.imprimatur.graph.walk;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.connection.Statement;
import org.imprimatur.graph.connection.Statements;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Model;
import org.jspecify.annotations.Nullable;

/** Gathers facts where the graph is in this process: a statement says where {@link NodeWalk} starts. */
final class FactsOnFoot {

	private static final String LIVE = LivePredicate.predicate("state", "revision");

	private static final String MODELS = """
		CYPHER 25
		RETURN COLLECT {
			UNWIND $revisions AS revision
			LET nodes = COLLECT { %s }
			RETURN {revision: revision, nodes: nodes, found: [one IN nodes | one.id], %s}
		} AS starts
		""".formatted(FactsReader.named(LIVE), NodeWalk.tested(LIVE));

	private static final String NORMS = """
		CYPHER 25
		RETURN {norms: %s, models: COLLECT { MATCH (it:Entity&Model) RETURN it }, %s} AS start
		""".formatted(FactsReader.RESTRICTING, NodeWalk.tested(LivePredicate.predicate("state")));

	private FactsOnFoot() {
	}

	/** The facts about each of the models that there are at each revision. */
	static Map<Integer, Map<String, Facts>> about(Statements statements, Collection<String> models,
			List<Integer> revisions) {
		Statement start = new Statement(MODELS, Map.of("models", List.copyOf(models), "revisions", revisions));
		return statements.walk(start, row -> ((List<?>) Objects.requireNonNull(row.get("starts"))).stream()
				.map(Map.class::cast).collect(Collectors.toMap(FactsOnFoot::revision, FactsOnFoot::about,
						(one, same) -> one)));
	}

	private static int revision(Map<?, ?> start) {
		return ((Number) Objects.requireNonNull(start.get("revision"))).intValue();
	}

	private static Map<String, Facts> about(Map<?, ?> start) {
		List<String> found = ((List<?>) Objects.requireNonNull(start.get("found"))).stream().map(String::valueOf)
				.toList();
		return FactsReader.each(found, facts(new NodeWalk(revision(start), start)));
	}

	/** The facts about all models together that a binding prohibition or licence requirement may reach. */
	static Facts restricted(Statements statements, int revision) {
		return statements.walk(new Statement(NORMS, Map.of(LivePredicate.REVISION, revision)), row -> {
			Map<?, ?> norms = (Map<?, ?>) Objects.requireNonNull(row.get("start"));
			NodeWalk back = new NodeWalk(revision, norms).back(Walk.REACH);
			Map<String, @Nullable Object> start = new HashMap<>();
			start.put("tested", norms.get("tested"));
			start.put(Stage.NODES.list(), back.at(Stage.NODES).stream()
					.filter(it -> back.states(it).anyMatch(state -> state.has(Model.class.getSimpleName()))).toList());
			return facts(new NodeWalk(revision, start));
		});
	}

	private static Facts facts(NodeWalk walk) {
		walk.onward(Walk.COVERED);
		// Of a dossier that covers something of this, all is among the facts, and the later of the two is kept.
		return new Facts(Stream.concat(walk.consulted(), walk.entities(Stage.GATHERED)).toList());
	}
}
