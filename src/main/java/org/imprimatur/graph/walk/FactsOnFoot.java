package org.imprimatur.graph.walk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.connection.Statement;
import org.imprimatur.graph.connection.Statements;
import org.imprimatur.graph.connection.StoredNode;
import org.imprimatur.graph.connection.StoredNodes;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Model;

/** Gathers facts where the graph is in this process, by a {@link NodeWalk}. */
final class FactsOnFoot {

	private static final String NORMS = """
		CYPHER 25
		RETURN %s AS norms
		""".formatted(FactsReader.RESTRICTING);

	private FactsOnFoot() {
	}

	/** The facts about each of the models that there are at each revision. */
	static Map<Integer, Map<String, Facts>> about(Statements statements, Collection<String> models,
			List<Integer> revisions) {
		return statements.walk(nodes -> revisions.stream().distinct()
				.collect(Collectors.toMap(revision -> revision, revision -> about(nodes, models, revision))));
	}

	private static Map<String, Facts> about(StoredNodes nodes, Collection<String> models, int revision) {
		Set<StoredNode> found = NodeWalk.anchors(nodes, models, Model.class.getSimpleName(), revision);
		return FactsReader.each(found.stream().map(NodeWalk::id).toList(),
				facts(new NodeWalk(nodes, revision, Stage.NODES, found)));
	}

	/** The facts about all models together that a binding prohibition or licence requirement may reach. */
	static Facts restricted(Statements statements, int revision) {
		return statements.walk(new Statement(NORMS, Map.of(LivePredicate.REVISION, revision)), (row, nodes) -> {
			List<StoredNode> norms = ((List<?>) Objects.requireNonNull(row.get("norms"))).stream()
					.map(StoredNode.class::cast).toList();
			NodeWalk back = new NodeWalk(nodes, revision, Stage.NORMS, norms).back(Walk.REACH);
			return facts(new NodeWalk(nodes, revision, Stage.NODES, back.at(Stage.NODES).stream()
					.filter(it -> back.states(it).anyMatch(state -> state.has(Model.class.getSimpleName()))).toList()));
		});
	}

	private static Facts facts(NodeWalk walk) {
		walk.onward(Walk.COVERED);
		// Of a dossier that covers something of this, all is among the facts, and the later of the two is kept.
		return new Facts(Stream.concat(walk.consulted(), walk.entities(Stage.GATHERED)).toList());
	}
}
