package org.imprimatur.graph.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.graph.search.LookupKeys;
import org.imprimatur.graph.search.SearchQuery;
import org.imprimatur.graph.search.SearchedText;
import org.imprimatur.graph.search.Tokens;
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
import org.jspecify.annotations.Nullable;

/**
 * What an entity is in the graph: the properties of its record, its references to other anchors, and its parts. It is
 * read off the data dictionary, so that a new field of the domain is in the graph without a line here.
 */
public final class Projection {

	/** The property that keeps an entity's canonical form, from which it is read back whole. */
	public static final String CONTENT = "content";

	private Projection() {
	}

	/** The record of an entity that has its place in a dossier, as parameters of the statement that writes it. */
	public static Map<String, Object> record(Entity given, String dossier) {
		String content = CanonicalForm.write(given);
		// As it reads back, so that no property says anything else than the content.
		Entity entity = CanonicalForm.read(given.id(), content);
		Map<String, Object> record = node(Shape.of(entity.getClass()), entity);
		Map<String, @Nullable Object> properties = properties(record);
		properties.put("type", Kind.ofId(entity.id()).label());
		properties.put("name", entity.name());
		properties.put(CONTENT, content);
		properties.put("digest", Sha256.of(content));
		properties.put("dossier", dossier);
		properties.putAll(searched(entity));
		record.put("id", entity.id());
		record.put("label", Kind.ofId(entity.id()).label());
		record.put("labels", labels(entity));
		return record;
	}

	/** A withdrawal, as parameters of the statement that writes it. */
	public static Map<String, @Nullable Object> withdrawal(RecordChange.Withdrawn withdrawn) {
		Map<String, @Nullable Object> withdrawal = new HashMap<>();
		withdrawal.put("id", withdrawn.id());
		withdrawal.put("successor", withdrawn.successor());
		withdrawal.put("properties",
				Map.of("id", withdrawn.id(), "dossier", withdrawn.dossier(), "reason", withdrawn.reason()));
		return withdrawal;
	}

	/** The properties by which an entity's record is searched and looked up (docs/decisions). */
	private static Map<String, Object> searched(Entity entity) {
		Map<Boolean, List<SearchedText>> texts = SearchedText.of(entity).stream()
				.collect(Collectors.partitioningBy(text -> text.field().isName()));
		return Map.of("names", words(texts.getOrDefault(true, List.of())), "words",
				words(texts.getOrDefault(false, List.of())), "keys", LookupKeys.of(entity));
	}

	private static String words(List<SearchedText> texts) {
		return texts.stream().flatMap(
				text -> Stream.concat(Tokens.of(text.text()).map(Tokens.Word::folded),
						Stream.of(SearchQuery.BETWEEN_NAMES)))
				.collect(Collectors.joining(" ", SearchQuery.BETWEEN_NAMES + " ", ""));
	}

	/** Every anchor that an entity's record refers to, through its parts as well. */
	public static Set<String> references(Map<String, Object> node) {
		Set<String> ids = new LinkedHashSet<>();
		list(node, "references").forEach(reference -> ids.add((String) reference.get("id")));
		list(node, "parts").forEach(part -> ids.addAll(references(part)));
		return ids;
	}

	/** The labels of a record. */
	@SuppressWarnings("unchecked")
	public static List<String> labels(Map<String, Object> record) {
		return (List<String>) Objects.requireNonNull(record.get("labels"));
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

	private static Map<String, Object> node(Shape shape, Object holder) {
		Map<String, @Nullable Object> properties = new HashMap<>();
		List<Map<String, Object>> references = new ArrayList<>();
		List<Map<String, Object>> parts = new ArrayList<>();
		for (Field field : shape.fields()) {
			List<?> values = field.values(holder);
			switch (field.content()) {
				case Content.Scalar ignored -> scalar(field, values, properties);
				case Content.Date ignored -> values
						.forEach(value -> date(field.name(), (EdtfDate) value, properties));
				case Content.Span ignored -> values
						.forEach(value -> span(field.name(), (Period) value, properties));
				case Content.Reference reference -> values.forEach(value -> references.add(Map.of("type",
						reference.relationship(), "id", ((Ref<?>) value).id(), "position", values.indexOf(value))));
				case Content.Part part -> {
					for (int position = 0; position < values.size(); position++) {
						Map<String, Object> node = node(part.shape(), values.get(position));
						properties(node).put("position", position);
						node.put("type", part.relationship());
						node.put("label", part.shape().type().getSimpleName());
						parts.add(node);
					}
				}
			}
		}
		return new HashMap<>(Map.of("properties", properties, "references", references, "parts", parts));
	}

	private static void scalar(Field field, List<?> values, Map<String, @Nullable Object> properties) {
		List<?> plain = values.stream().map(value -> value instanceof Enum<?> constant ? constant.name() : value)
				.toList();
		if (field.many()) {
			properties.put(field.name(), plain);
		} else if (!plain.isEmpty()) {
			properties.put(field.name(), plain.getFirst());
		}
	}

	private static void date(String name, EdtfDate date, Map<String, @Nullable Object> properties) {
		properties.put(name, date.text());
		properties.put(name + "_from", date.earliest());
		properties.put(name + "_to", date.latest());
	}

	private static void span(String name, Period period, Map<String, @Nullable Object> properties) {
		properties.put(name, true);
		if (period.start() != null) {
			date(name + "_start", period.start(), properties);
		}
		if (period.end() != null) {
			date(name + "_end", period.end(), properties);
		}
	}

	/** The properties of a record, a withdrawal or a part. */
	@SuppressWarnings("unchecked")
	public static Map<String, @Nullable Object> properties(Map<String, ? extends @Nullable Object> node) {
		return (Map<String, @Nullable Object>) Objects.requireNonNull(node.get("properties"));
	}

	/** The references or the parts of a record or a part. */
	@SuppressWarnings("unchecked")
	public static List<Map<String, Object>> list(Map<String, Object> node, String key) {
		return (List<Map<String, Object>>) Objects.requireNonNull(node.get(key));
	}
}
