package org.imprimatur.graph.walk;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.graph.connection.StoredNode;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;

/**
 * A way from one entity to another through a record, which is the state of one of them or refers to them, itself or in
 * a part. It can be gone from either end, in the graph and through facts at hand.
 *
 * @param state what the record is the state of; {@link Entity} for whatever it is
 * @param near the relationships from the record to the entity {@code x}, hop by hop, each one of several types
 * @param far those to the entity {@code y}; a first hop to the same parts as that of {@code near} is one to the same
 *     part
 */
record Way(Class<? extends Entity> state, List<Set<String>> near, List<Set<String>> far) {

	/** From a record to its anchor. */
	private static final String OF = "OF";

	/**
	 * A way.
	 *
	 * @param near the hops from the record to {@code x}: {@code HAS_SCOPE/COVERS_MODEL|COVERS_COMPANY}
	 * @param far the hops from the record to {@code y}
	 */
	static Way through(Class<? extends Entity> state, String near, String far) {
		return new Way(state, hops(near), hops(far));
	}

	private static List<Set<String>> hops(String path) {
		return Arrays.stream(path.split("/")).map(hop -> Set.of(hop.split("\\|"))).toList();
	}

	/** In Cypher, between the anchors {@code x} and {@code y}, with the record as {@code state}. */
	String pattern() {
		String record = state == Entity.class ? "(state:Record)" : "(state:Record&%s)".formatted(state.getSimpleName());
		return isThroughOnePart()
				? "(x)" + reversed(near.subList(1, near.size())) + "(part:Part)" + reversed(near.subList(0, 1)) + record
						+ ", (part)" + forward(far.subList(1, far.size())) + "(y)"
				: "(x)" + reversed(near) + record + forward(far) + "(y)";
	}

	private boolean isThroughOnePart() {
		return near.size() > 1 && far.size() > 1 && near.getFirst().equals(far.getFirst());
	}

	private static String forward(List<Set<String>> hops) {
		return hops.stream().map(hop -> "-[:%s]->".formatted(types(hop))).collect(Collectors.joining("(:Part)"));
	}

	private static String reversed(List<Set<String>> hops) {
		return hops.reversed().stream().map(hop -> "<-[:%s]-".formatted(types(hop)))
				.collect(Collectors.joining("(:Part)"));
	}

	private static String types(Set<String> hop) {
		return hop.stream().sorted().collect(Collectors.joining("|"));
	}

	/** The anchors to which it leads from one in this process, through live records. */
	Stream<StoredNode> onward(StoredNode x, Predicate<StoredNode> live) {
		return along(x, near, far, live);
	}

	/** The anchors from which it leads to one in this process, through live records. */
	Stream<StoredNode> back(StoredNode y, Predicate<StoredNode> live) {
		return along(y, far, near, live);
	}

	private Stream<StoredNode> along(StoredNode from, List<Set<String>> toRecord, List<Set<String>> on,
			Predicate<StoredNode> live) {
		String label = state == Entity.class ? "Record" : state.getSimpleName();
		Predicate<StoredNode> isState = it -> it.has(label) && live.test(it);
		return isThroughOnePart()
				? reversed(from, toRecord.subList(1, toRecord.size()))
						.filter(part -> reversed(part, toRecord.subList(0, 1)).anyMatch(isState))
						.flatMap(part -> forward(part, on.subList(1, on.size())))
				: reversed(from, toRecord).filter(isState).flatMap(record -> forward(record, on));
	}

	private static Stream<StoredNode> forward(StoredNode from, List<Set<String>> hops) {
		Stream<StoredNode> nodes = Stream.of(from);
		for (Set<String> hop : hops) {
			nodes = nodes.flatMap(it -> it.out(hop.toArray(String[]::new)).stream());
		}
		return nodes;
	}

	private static Stream<StoredNode> reversed(StoredNode from, List<Set<String>> hops) {
		Stream<StoredNode> nodes = Stream.of(from);
		for (Set<String> hop : hops.reversed()) {
			nodes = nodes.flatMap(it -> it.in(hop.toArray(String[]::new)).stream());
		}
		return nodes;
	}

	/** Whether it may lead from one entity to another through the states of those of a type. */
	boolean leadsThrough(Class<? extends Entity> type) {
		boolean begins = has(type, near.getFirst());
		boolean ends = has(type, far.getFirst());
		return state.isAssignableFrom(type) && (begins || ends) && (begins || near.getFirst().contains(OF))
				&& (ends || far.getFirst().contains(OF));
	}

	private static boolean has(Class<? extends Entity> type, Set<String> hop) {
		return Shape.of(type).fields().stream().map(Shape.Field::content)
				.anyMatch(it -> it instanceof Content.Reference reference && hop.contains(reference.relationship())
						|| it instanceof Content.Part part && hop.contains(part.relationship()));
	}

	/** Hands over each two ids between which this leads through the state of an entity of such a type. */
	void through(Entity entity, BiConsumer<String, String> ends) {
		if (isThroughOnePart()) {
			parts(entity, near.getFirst()).forEach(part -> connect(found(entity, part, near.subList(1, near.size())),
					found(entity, part, far.subList(1, far.size())), ends));
		} else {
			connect(found(entity, entity, near), found(entity, entity, far), ends);
		}
	}

	private static void connect(Set<String> near, Set<String> far, BiConsumer<String, String> ends) {
		near.forEach(x -> far.forEach(y -> ends.accept(x, y)));
	}

	private static Set<String> found(Entity entity, Object holder, List<Set<String>> hops) {
		Set<String> found = new HashSet<>();
		gather(entity, holder, hops, found);
		return found;
	}

	private static void gather(Entity entity, Object holder, List<Set<String>> hops, Set<String> found) {
		Set<String> hop = hops.getFirst();
		if (hops.size() > 1) {
			parts(holder, hop).forEach(part -> gather(entity, part, hops.subList(1, hops.size()), found));
			return;
		}
		if (hop.contains(OF)) {
			found.add(entity.id());
		}
		for (Shape.Field field : Shape.of(holder.getClass()).fields()) {
			if (field.content() instanceof Content.Reference it && hop.contains(it.relationship())) {
				field.values(holder).forEach(value -> found.add(((Ref<?>) value).id()));
			}
		}
	}

	private static List<?> parts(Object holder, Set<String> hop) {
		return Shape.of(holder.getClass()).fields().stream()
				.filter(field -> field.content() instanceof Content.Part it && hop.contains(it.relationship()))
				.flatMap(field -> field.values(holder).stream()).toList();
	}
}
