package org.imprimatur.api.explore;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.api.computed.RootField;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.graph.walk.Chains;
import org.imprimatur.graph.walk.Link;
import org.imprimatur.graph.walk.LinkReader;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Names;
import org.imprimatur.knowledge.Ref;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers {@code path}. */
@Component
class PathField extends RootField<PathField.Arguments> {

	private static final int MOST_CHAINS = 5;
	private static final int LONGEST = 10;

	private final LinkReader links;

	PathField(LinkReader links) {
		super("path", Arguments.class, GraphPath.class);
		this.links = links;
	}

	/** What is asked. */
	record Arguments(String from, String to, int maxLength) {
	}

	/** The shortest chains between two nodes. */
	record GraphPath(int length, List<Chain> chains) {
	}

	/** One chain: its nodes from one end to the other, and the steps between them. */
	record Chain(String words, List<Ref<Entity>> nodes, List<ChainStep> steps) {
	}

	/** From one node of a chain to the next. */
	record ChainStep(Ref<Entity> from, Ref<Entity> to, String sentence, List<GraphEdge> edges) {
	}

	@Override
	public @Nullable GraphPath answer(Arguments arguments, int revision) {
		int length = arguments.maxLength();
		if (length < 0 || length > LONGEST) {
			throw new Refusal(Code.LIMIT_EXCEEDED,
					"maxLength is %d: ask for 0 to %d steps".formatted(length, LONGEST));
		}
		Chains found = links.chains(arguments.from(), arguments.to(), length, MOST_CHAINS, revision);
		Stream.of(arguments.from(), arguments.to()).filter(end -> found.facts().find(end, Entity.class).isEmpty())
				.findFirst()
				.ifPresent(end -> {
					throw Refusal.noNode(end);
				});
		return found.chains().isEmpty()
				? null
				: new GraphPath(found.chains().getFirst().size() - 1,
						found.chains().stream().map(chain -> chain(chain, found)).toList());
	}

	private static Chain chain(List<String> ids, Chains found) {
		List<ChainStep> steps = IntStream.range(1, ids.size())
				.mapToObj(place -> step(ids.get(place - 1), ids.get(place), found)).toList();
		return new Chain(steps.stream().map(ChainStep::sentence).collect(Collectors.joining(" ")),
				ids.stream().map(Ref::new).toList(), steps);
	}

	private static ChainStep step(String from, String to, Chains found) {
		List<Link> between = found.links().stream().filter(link -> joins(link, from, to) || joins(link, to, from))
				.toList();
		Link told = between.getFirst();
		String phrase = joins(told, from, to) ? told.type().onward() : told.type().back();
		String sentence = Names.sentence("%s %s %s".formatted(name(from, found), phrase, name(to, found)));
		return new ChainStep(new Ref<>(from), new Ref<>(to), sentence,
				between.stream().map(GraphEdge::of).toList());
	}

	private static boolean joins(Link link, String from, String to) {
		return link.from().equals(from) && link.to().equals(to);
	}

	private static String name(String id, Chains found) {
		return found.facts().find(id, Entity.class).map(it -> Names.of(it, found.facts())).orElse(id);
	}
}
