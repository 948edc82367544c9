package org.imprimatur.api.explore;

import java.util.List;
import org.imprimatur.api.computed.RootField;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.graph.walk.LinkReader;
import org.imprimatur.graph.walk.Surroundings;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Ref;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers {@code graph}. */
@Component
class SubgraphField extends RootField<SubgraphField.Arguments> {

	private static final int DEEPEST = 3;
	private static final int MOST_CENTRES = 20;

	private final LinkReader links;

	SubgraphField(LinkReader links) {
		super("graph", Arguments.class, Subgraph.class);
		this.links = links;
	}

	/** What is asked. */
	record Arguments(List<String> around, int depth, int first, @Nullable String after) {
	}

	/** What lies around some nodes, to be drawn. */
	record Subgraph(List<Ref<Entity>> nodes, List<GraphEdge> edges, int omitted) {
	}

	@Override
	public Subgraph answer(Arguments arguments, int revision) {
		List<String> around = arguments.around().stream().distinct().toList();
		int depth = arguments.depth();
		int first = arguments.first();
		if (depth < 0 || depth > DEEPEST) {
			throw new Refusal(Code.LIMIT_EXCEEDED,
					"depth is %d: ask for 0 to %d, and from the outer nodes again".formatted(depth, DEEPEST));
		}
		if (around.isEmpty() || around.size() > Math.min(MOST_CENTRES, first)) {
			throw new Refusal(Code.LIMIT_EXCEEDED,
					"these are %d nodes to look around: give 1 to %d, and no more than first".formatted(around.size(),
							MOST_CENTRES));
		}
		Surroundings found = links.around(around, depth, first, arguments.after(), revision);
		around.stream().filter(id -> !found.nodes().contains(id)).findFirst().ifPresent(id -> {
			throw Refusal.noNode(id);
		});
		return new Subgraph(found.nodes().stream().map(id -> new Ref<Entity>(id)).toList(),
				found.links().stream().map(GraphEdge::of).toList(), found.omitted());
	}
}
