package org.imprimatur.exchange;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;
import org.imprimatur.knowledge.Shape.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What another program has read of an export, from which every entity can be made again if nothing was lost. */
record ReadBack(Map<String, Map<String, String>> nodes, List<Edge> edges) {

	private static final JsonMapper JSON = CanonicalForm.mapper();

	/** The entity of this id, made of nothing but what was read. */
	Entity entity(String id) {
		ObjectNode node = node(id, Shape.of(Kind.ofId(id).type()));
		node.put("id", id);
		return CanonicalForm.read(id, JSON.writeValueAsString(node));
	}

	private ObjectNode node(String id, Shape shape) {
		Map<String, String> values = Objects.requireNonNull(nodes.get(id), id);
		ObjectNode node = JSON.createObjectNode();
		for (Field field : shape.fields()) {
			String value = values.get(field.name());
			switch (field.content()) {
				case Content.Scalar scalar when field.many() -> node.set(field.name(),
						value == null ? null : JSON.readTree(value));
				case Content.Scalar scalar when scalar.type() == boolean.class -> node.put(field.name(),
						Boolean.parseBoolean(value));
				case Content.Scalar scalar -> node.put(field.name(), value);
				case Content.Date date -> node.put(field.name(), value);
				case Content.Span span -> node.set(field.name(), value == null
						? null
						: JSON.createObjectNode().put("start", values.get(field.name() + "_start"))
								.put("end", values.get(field.name() + "_end")));
				case Content.Reference reference -> put(node, field, JSON.createArrayNode().addAll(
						targets(id, reference.relationship()).stream().map(JSON.getNodeFactory()::stringNode)
								.toList()));
				case Content.Part part -> put(node, field, JSON.createArrayNode().addAll(
						targets(id, part.relationship()).stream().map(target -> node(target, part.shape())).toList()));
			}
		}
		return node;
	}

	private static void put(ObjectNode node, Field field, @Nullable ArrayNode values) {
		if (values != null && !values.isEmpty()) {
			node.set(field.name(), field.many() ? values : values.get(0));
		}
	}

	private List<String> targets(String from, String type) {
		return edges.stream().filter(edge -> edge.from().equals(from) && edge.type().equals(type))
				.sorted(comparing(Edge::position)).map(Edge::to).toList();
	}
}
