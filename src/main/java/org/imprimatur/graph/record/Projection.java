package org.imprimatur.graph.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.graph.record.GraphNode.Part;
import org.imprimatur.graph.record.GraphNode.Reference;
import org.imprimatur.graph.search.SearchedProperties;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Party;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Sha256;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;
import org.imprimatur.knowledge.Shape.Field;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;

/**
 * What an entity is in the graph: the properties of its record, its references to other anchors, and its parts. It is
 * read off the data dictionary, so that a new field of the domain is in the graph without a line here.
 */
public final class Projection {

	/** The property that keeps an entity's canonical form, from which it is read back whole. */
	public static final String CONTENT = "content";

	private Projection() {
	}

	/** The record of an entity that has its place in a dossier. */
	public static ProjectedRecord record(Entity given, String dossier) {
		String content = CanonicalForm.write(given);
		// As it reads back, so that no property says anything else than the content.
		Entity entity = CanonicalForm.read(given.id(), content);
		Map<Object, Integer> passages = new IdentityHashMap<>();
		entity.passages().forEach(it -> passages.put(it, passages.size()));
		GraphNode node = node(Shape.of(entity.getClass()), entity, passages);
		node.properties().putAll(SearchedProperties.of(entity));
		node.properties().putAll(Map.of("type", Kind.ofId(entity.id()).label(), "name", entity.name(), CONTENT, content,
				"digest", Sha256.of(content), "dossier", dossier));
		return new ProjectedRecord(entity.id(), Kind.ofId(entity.id()).label(), labels(entity), node);
	}

	/** The properties of a withdrawal. */
	public static Map<String, Object> withdrawal(RecordChange.Withdrawn withdrawn) {
		return Map.of("id", withdrawn.id(), "dossier", withdrawn.dossier(), "reason", withdrawn.reason());
	}

	private static List<String> labels(Entity entity) {
		List<String> labels = new ArrayList<>(List.of("Record", Kind.ofId(entity.id()).label()));
		if (entity instanceof Instrument) {
			labels.add("Instrument");
		}
		if (entity instanceof Party) {
			labels.add("Party");
		}
		return labels;
	}

	private static GraphNode node(Shape shape, Object holder, Map<Object, Integer> passages) {
		GraphNode node = new GraphNode(new HashMap<>(), new ArrayList<>(), new ArrayList<>());
		for (Field field : shape.fields()) {
			List<?> values = field.values(holder);
			switch (field.content()) {
				case Content.Scalar ignored -> scalar(field, values, node.properties());
				case Content.Date ignored -> values
						.forEach(value -> date(field.name(), (EdtfDate) value, node.properties()));
				case Content.Span ignored -> values
						.forEach(value -> span(field.name(), (Period) value, node.properties()));
				case Content.Reference reference -> values.forEach(value -> node.references().add(
						new Reference(reference.relationship(), ((Ref<?>) value).id(), values.indexOf(value))));
				case Content.Part part -> {
					for (int position = 0; position < values.size(); position++) {
						node.parts().add(part(part, values.get(position), position, passages));
					}
				}
			}
		}
		return node;
	}

	// A passage has its place among all of its entity, by which it is found again.
	private static Part part(Content.Part part, Object value, int position, Map<Object, Integer> passages) {
		GraphNode node = node(part.shape(), value, passages);
		node.properties().put("position", passages.getOrDefault(value, position));
		return new Part(part.relationship(), part.shape().type().getSimpleName(), node);
	}

	private static void scalar(Field field, List<?> values, Map<String, Object> properties) {
		List<?> plain = values.stream().map(value -> value instanceof Enum<?> constant ? constant.name() : value)
				.toList();
		if (field.many()) {
			properties.put(field.name(), plain);
		} else if (!plain.isEmpty()) {
			properties.put(field.name(), plain.getFirst());
		}
	}

	private static void date(String name, EdtfDate date, Map<String, Object> properties) {
		properties.put(name, date.text());
		properties.put(name + "_from", date.earliest());
		properties.put(name + "_to", date.latest());
	}

	private static void span(String name, Period period, Map<String, Object> properties) {
		properties.put(name, true);
		if (period.start() != null) {
			date(name + "_start", period.start(), properties);
		}
		if (period.end() != null) {
			date(name + "_end", period.end(), properties);
		}
	}
}
