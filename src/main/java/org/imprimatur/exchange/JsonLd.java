package org.imprimatur.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.imprimatur.graph.record.Snapshot;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.EvidencedPart;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Scope;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;
import org.imprimatur.knowledge.Shape.Field;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The graph in JSON-LD 1.1. Each entity is written with the fields of the data dictionary; the context, which the file
 * carries, says which of them are terms of ODRL, PROV and Dublin Core. What takes more than other names is added here,
 * and in {@link Odrl}.
 */
final class JsonLd {

	/** Ids name, they do not locate: whatever serves the graph, an id stays the same. */
	private static final String IRI = "urn:imprimatur:";

	/** Sorted, so that the same revision gives the same file. */
	private static final JsonMapper JSON = CanonicalForm.mapper().rebuild()
			.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

	private static final JsonNode CONTEXT = resource("context.json");
	private static final JsonNode VOCABULARY = resource("vocabulary.json");

	private JsonLd() {
	}

	static void write(Snapshot snapshot, OutputStream out) throws IOException {
		out.write(bytes("{\"@context\":"));
		out.write(json(CONTEXT));
		out.write(bytes(",\n\"@graph\":["));
		out.write(json(revision(snapshot)));
		for (JsonNode term : VOCABULARY) {
			line(out, term);
		}
		for (Kind kind : Kind.values()) {
			for (List<Entity> page : snapshot.pages(kind)) {
				Map<String, Condition> imposed = imposed(snapshot, page);
				for (Entity entity : page) {
					line(out, entity(entity, imposed));
				}
			}
		}
		out.write(bytes("\n]}\n"));
	}

	/** The IRI of an entity or a part. */
	static Map<String, Object> iri(String id) {
		return Map.of("@id", IRI + id);
	}

	/** The days that a date can mean, beside its text. */
	static Map<String, Object> day(LocalDate day) {
		return Map.of("@type", "xsd:date", "@value", day.toString());
	}

	private static Map<String, Object> revision(Snapshot snapshot) {
		Map<String, Object> node = new HashMap<>(iri("revision/" + snapshot.revision().number()));
		node.put("@type", List.of("prov:Entity", "Revision"));
		node.put("rdfs:label", "Imprimatur, revision " + snapshot.revision().number());
		node.put("dcterms:description", snapshot.revision().message());
		node.put("dcterms:license", Map.of("@id", Format.LICENCE));
		node.put("dcterms:rightsHolder", Format.CREDIT);
		node.put("prov:generatedAtTime",
				Map.of("@type", "xsd:dateTime", "@value", snapshot.revision().time().toString()));
		return node;
	}

	/** The conditions that the instruments of a page impose: a policy says of each rule which kind it is. */
	private static Map<String, Condition> imposed(Snapshot snapshot, List<Entity> page) {
		List<String> ids = page.stream().filter(Instrument.class::isInstance).map(Instrument.class::cast)
				.flatMap(instrument -> instrument.imposes().stream()).map(Ref::id).distinct().toList();
		return snapshot.find(ids).stream().map(Condition.class::cast)
				.collect(Collectors.toMap(Condition::id, Function.identity()));
	}

	private static Map<String, Object> entity(Entity entity, Map<String, Condition> imposed) {
		Map<String, Object> node = node(entity.id(), Kind.ofId(entity.id()).label(), Shape.of(entity.getClass()),
				entity);
		switch (entity) {
			case Instrument instrument -> Odrl.policy(node, instrument, imposed);
			case Condition condition -> Odrl.rule(node, condition);
			default -> {
			}
		}
		return node;
	}

	/** What supports an entity, or a part of one, is what it was derived from. */
	private static void provenance(Map<String, Object> node, List<Evidence> evidence) {
		if (node.remove("evidence") instanceof List<?> passages) {
			List<Object> supporting = new ArrayList<>();
			List<Object> disputing = new ArrayList<>();
			for (int place = 0; place < passages.size(); place++) {
				boolean supports = evidence.get(place).stance() == Evidence.Stance.SUPPORTS;
				(supports ? supporting : disputing).add(passages.get(place));
			}
			node.put("prov:wasDerivedFrom", supporting);
			node.put("disputedBy", disputing);
		}
	}

	private static Map<String, Object> node(String id, String type, Shape shape, Object holder) {
		Map<String, Object> node = new HashMap<>(iri(id));
		node.put("@type", new ArrayList<>(List.of(type)));
		if (holder instanceof Scope) {
			types(node).add("odrl:AssetCollection");
		}
		if (holder instanceof Evidence) {
			types(node).add("prov:Entity");
		}
		for (Field field : shape.fields()) {
			List<?> values = field.values(holder);
			if (!field.name().equals("id") && !values.isEmpty()) {
				put(node, id, field, values);
			}
		}
		switch (holder) {
			case Entity entity -> provenance(node, entity.evidence());
			case EvidencedPart part -> provenance(node, part.evidence());
			default -> {
			}
		}
		return node;
	}

	/** The types of a node. */
	@SuppressWarnings("unchecked")
	static List<Object> types(Map<String, Object> node) {
		return (List<Object>) Objects.requireNonNull(node.get("@type"));
	}

	private static void put(Map<String, Object> node, String id, Field field, List<?> values) {
		switch (field.content()) {
			case Content.Date date -> date(node, field.name(), (EdtfDate) values.getFirst());
			case Content.Span span -> node.put(field.name(), period((Period) values.getFirst()));
			case Content.Scalar scalar -> values(node, field, values);
			case Content.Reference reference ->
				values(node, field, values.stream().map(value -> iri(((Ref<?>) value).id())).toList());
			case Content.Part part -> {
				List<Object> parts = new ArrayList<>();
				for (int place = 0; place < values.size(); place++) {
					parts.add(node(Node.partId(id, field, place), part.shape().type().getSimpleName(), part.shape(),
							values.get(place)));
				}
				values(node, field, parts);
			}
		}
	}

	private static void values(Map<String, Object> node, Field field, List<?> values) {
		node.put(field.name(), field.many() ? values : values.getFirst());
	}

	private static Map<String, Object> period(Period period) {
		Map<String, Object> node = new HashMap<>(Map.of("@type", "dcterms:PeriodOfTime"));
		date(node, "start", period.start());
		date(node, "end", period.end());
		return node;
	}

	private static void date(Map<String, Object> node, String name, @Nullable EdtfDate date) {
		if (date == null) {
			return;
		}
		node.put(name, Map.of("@type", "edtf", "@value", date.text()));
		LocalDate from = Days.from(date);
		LocalDate to = Days.to(date);
		if (from != null) {
			node.put(name + "_from", day(from));
		}
		if (to != null) {
			node.put(name + "_to", day(to));
		}
	}

	private static void line(OutputStream out, Object node) throws IOException {
		out.write(bytes(",\n"));
		out.write(json(node));
	}

	private static byte[] json(Object value) {
		return JSON.writeValueAsBytes(value);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static JsonNode resource(String name) {
		try (InputStream in = JsonLd.class.getResourceAsStream("/exchange/" + name)) {
			return JSON.readTree(Objects.requireNonNull(in, name));
		} catch (IOException e) {
			throw new IllegalStateException("cannot read " + name, e);
		}
	}
}
