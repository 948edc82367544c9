package org.imprimatur.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;
import org.imprimatur.knowledge.Shape.Field;
import org.jspecify.annotations.Nullable;

/**
 * An entity, or a part of one, as a node of a graph or a row of a table.
 *
 * @param id the entity's id; that of a part is its holder's with the part's place: {@code model/mythos-5#evidence-0}
 * @param type what it is: {@code Model}, {@code Evidence}
 * @param holder the id of what a part belongs to; none for an entity
 * @param position a part's place among its like
 * @param shape its fields
 * @param value the entity or the part
 */
record Node(String id, String type, @Nullable String holder, int position, Shape shape, Object value) {

	/** An entity and its parts. */
	static List<Node> of(Entity entity) {
		List<Node> nodes = new ArrayList<>();
		new Node(entity.id(), Kind.ofId(entity.id()).label(), null, 0, Shape.of(entity.getClass()), entity)
				.gather(nodes);
		return nodes;
	}

	/** The id of a part of whatever has {@code holder} as its id; an IRI has but one fragment. */
	static String partId(String holder, Field field, int position) {
		String place = holder + (holder.contains("#") ? "." : "#") + field.name();
		return field.many() ? "%s-%d".formatted(place, position) : place;
	}

	/** The relationships to its parts and to other entities. */
	List<Edge> edges() {
		return shape.fields().stream().flatMap(this::edges).toList();
	}

	private void gather(List<Node> nodes) {
		nodes.add(this);
		for (Field field : shape.fields()) {
			if (field.content() instanceof Content.Part part) {
				List<?> parts = field.values(value);
				for (int place = 0; place < parts.size(); place++) {
					new Node(partId(id, field, place), part.shape().type().getSimpleName(), id, place, part.shape(),
							parts.get(place)).gather(nodes);
				}
			}
		}
	}

	private Stream<Edge> edges(Field field) {
		List<?> values = field.values(value);
		IntStream places = IntStream.range(0, values.size());
		return switch (field.content()) {
			case Content.Reference reference -> places.mapToObj(
					place -> new Edge(id, reference.relationship(), ((Ref<?>) values.get(place)).id(), place));
			case Content.Part part -> places
					.mapToObj(place -> new Edge(id, part.relationship(), partId(id, field, place), place));
			default -> Stream.empty();
		};
	}
}
