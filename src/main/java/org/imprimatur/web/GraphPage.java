package org.imprimatur.web;

import static org.imprimatur.web.Answer.fields;
import static org.imprimatur.web.Answer.list;
import static org.imprimatur.web.Answer.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The page of the graph: what a node is linked to, by what that is to it, and the chains that join two. */
@Component
class GraphPage {

	private static final List<String> ENDS = List.of("from", "to");

	private final PageQueries queries;

	GraphPage(PageQueries queries) {
		this.queries = queries;
	}

	ServerResponse graph(ServerRequest request) {
		Map<String, Object> asked = Page.given(request, List.of("from", "to", "after"));
		if (!asked.containsKey("from")) {
			return Page.of(request, "graph", "The graph", "How models, instruments and who is behind them are linked.")
					.with("asked", asked).rendered();
		}
		Map<String, Object> variables = new HashMap<>(asked);
		ENDS.forEach(end -> variables.computeIfPresent(end,
				(name, called) -> queries.resolved(request, String.valueOf(called))));
		variables.put("joined", asked.containsKey("to"));
		Answer answer = queries.ask(request, "graph", variables);
		return Page.shown(request, answer, () -> {
			Map<String, Object> graph = fields(answer.data().get("graph"));
			Map<String, Object> node = fields(list(graph.get("nodes")).getFirst());
			String name = text(node, "name");
			List<Object> chains = chains(answer.data().get("path"));
			return Page.of(request, "graph", name + " in the graph", "What %s is linked to, and how.".formatted(name))
					.with(variables).with("asked", asked).with("node", node)
					.with("revision", answer.data().get("revision"))
					.with("groups", groups(graph, text(node, "id")))
					.with("document", Set.of("Source", "Dossier").contains(text(node, "__typename")))
					.with("omitted", Objects.equals(graph.get("omitted"), 0) ? null : graph.get("omitted"))
					.with("last", fields(list(graph.get("nodes")).getLast()).get("id"))
					.with("chains", chains).with("end", end(chains, asked.get("to")));
		});
	}

	/** What a node is linked to, in the order of how that reads from its side. */
	private static List<Map<String, Object>> groups(Map<String, Object> graph, String id) {
		Map<String, Object> nodes = list(graph.get("nodes")).stream()
				.collect(Collectors.toMap(it -> text(fields(it), "id"), Function.identity()));
		Map<String, List<Object>> groups = edges(graph).filter(it -> it.joins(id))
				.collect(Collectors.groupingBy(it -> it.reads(id), TreeMap::new,
						Collectors.mapping(it -> fields(nodes.get(it.other(id))), Collectors.toList())));
		return groups.entrySet().stream().map(group -> Map.<String, Object>of("reads", group.getKey(), "count",
				group.getValue().size(), "nodes", group.getValue())).toList();
	}

	/** The chains with what one node of each step is to the next. */
	private static List<Object> chains(@Nullable Object path) {
		List<Object> chains = list(fields(path).get("chains"));
		chains.stream().flatMap(it -> list(fields(it).get("steps")).stream()).map(Answer::fields)
				.forEach(step -> step.put("reads",
						edges(step).findFirst().orElseThrow().reads(text(fields(step.get("from")), "id"))));
		return chains;
	}

	/** What is at the end of the chains is called by its name, where there are any. */
	private static @Nullable Object end(List<Object> chains, @Nullable Object asked) {
		return chains.stream().map(it -> fields(list(fields(it).get("nodes")).getLast()).get("name")).findFirst()
				.orElse(asked);
	}

	private static Stream<Edge> edges(Map<String, Object> holder) {
		return list(holder.get("edges")).stream().map(Answer::fields)
				.map(edge -> new Edge(text(fields(edge.get("from")), "id"),
						text(edge, "reads"), text(edge, "readsBack"), text(fields(edge.get("to")), "id")));
	}

	private record Edge(String from, String reads, String readsBack, String to) {

		boolean joins(String id) {
			return from.equals(id) || to.equals(id);
		}

		String other(String id) {
			return from.equals(id) ? to : from;
		}

		String reads(String id) {
			return from.equals(id) ? reads : readsBack;
		}
	}
}
