package org.imprimatur.api.explore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;

/** Walks the references between entities in memory, all of them, breadth first. */
final class NaiveWalk {

	/** A reference, as one entity holds it. */
	record Edge(String from, String to, String type) {
	}

	private final Set<Edge> edges = new HashSet<>();
	private final Map<String, Set<String>> neighbours = new TreeMap<>();

	NaiveWalk(Facts facts) {
		facts.all().forEach(entity -> neighbours.put(entity.id(), new TreeSet<>()));
		facts.all().forEach(entity -> edges(entity.id(), entity)
				.filter(edge -> neighbours.containsKey(edge.to()) && !edge.to().equals(edge.from()))
				.forEach(edge -> {
					edges.add(edge);
					neighboursOf(edge.from()).add(edge.to());
					neighboursOf(edge.to()).add(edge.from());
				}));
	}

	private static Stream<Edge> edges(String holder, Object record) {
		return Shape.of(record.getClass()).fields().stream().flatMap(field -> switch (field.content()) {
			case Content.Reference reference -> field.values(record).stream()
					.map(value -> new Edge(holder, ((Ref<?>) value).id(), reference.relationship()));
			case Content.Part ignored -> field.values(record).stream().flatMap(value -> edges(holder, value));
			default -> Stream.<Edge>empty();
		});
	}

	private Set<String> neighboursOf(String id) {
		return neighbours.getOrDefault(id, Set.of());
	}

	/** All shortest chains of at most {@code length} steps, in the order of their ids. */
	List<List<String>> chains(String from, String to, int length) {
		List<List<String>> chains = List.of(List.of(from));
		Set<String> seen = new HashSet<>(Set.of(from));
		for (int step = 0; step <= length && !chains.isEmpty(); step++) {
			List<List<String>> arrived = chains.stream().filter(chain -> chain.getLast().equals(to)).toList();
			if (!arrived.isEmpty()) {
				return arrived;
			}
			chains = chains.stream().flatMap(chain -> neighboursOf(chain.getLast()).stream()
					.filter(next -> !seen.contains(next) && (!isDocument(next) || next.equals(to)))
					.map(next -> Stream.concat(chain.stream(), Stream.of(next)).toList())).toList();
			chains.forEach(chain -> seen.add(chain.getLast()));
		}
		return List.of();
	}

	/** Every reference between two entities, either way. */
	Set<Edge> between(String one, String other) {
		return among(List.of(one, other));
	}

	/** Every reference among some entities. */
	Set<Edge> among(List<String> ids) {
		return edges.stream().filter(edge -> ids.contains(edge.from()) && ids.contains(edge.to()))
				.collect(Collectors.toSet());
	}

	/** What lies around some entities, with what did not fit of the first depth that did not. */
	record Around(List<String> nodes, int omitted) {
	}

	Around around(List<String> centres, int depth, int first, String after) {
		List<String> shown = new ArrayList<>(new LinkedHashSet<>(centres));
		List<String> edge = List.copyOf(shown);
		for (int step = 0; step < depth; step++) {
			String earlier = step < depth - 1 ? "" : after;
			List<String> found = edge.stream().flatMap(id -> neighboursOf(id).stream())
					.filter(id -> !shown.contains(id) && !isDocument(id) && id.compareTo(earlier) > 0).distinct()
					.sorted().toList();
			int room = first - shown.size();
			if (found.size() > room) {
				shown.addAll(found.subList(0, room));
				return new Around(shown, found.size() - room);
			}
			shown.addAll(found);
			edge = found;
		}
		return new Around(shown, 0);
	}

	private static boolean isDocument(String id) {
		return id.startsWith("source/") || id.startsWith("dossier/");
	}

	/** An entity's id. */
	static List<String> ids(Facts facts) {
		return facts.all().map(Entity::id).toList();
	}
}
