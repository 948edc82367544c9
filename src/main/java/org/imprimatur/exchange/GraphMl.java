package org.imprimatur.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.imprimatur.graph.record.Snapshot;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;
import org.jspecify.annotations.Nullable;

/**
 * The graph in GraphML: nodes are entities and their parts, edges are relationships, and the attributes are read off
 * the data dictionary. All nodes come before the first edge, as some readers need it.
 */
final class GraphMl {

	private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
	private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

	/** What XML 1.0 has no way to write. */
	private static final Pattern UNWRITABLE = Pattern
			.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

	private final Snapshot snapshot;
	private final XMLStreamWriter xml;
	private final Map<Class<?>, List<Column>> columns = new HashMap<>();

	private GraphMl(Snapshot snapshot, XMLStreamWriter xml) {
		this.snapshot = snapshot;
		this.xml = xml;
	}

	static void write(Snapshot snapshot, OutputStream out) throws IOException {
		try {
			new GraphMl(snapshot, XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8")).write();
		} catch (XMLStreamException e) {
			throw new IOException(e);
		}
	}

	private void write() throws XMLStreamException {
		xml.writeStartDocument("UTF-8", "1.0");
		xml.writeStartElement("graphml");
		xml.writeDefaultNamespace(NAMESPACE);
		xml.writeNamespace("xsi", INSTANCE);
		xml.writeAttribute("xsi", INSTANCE, "schemaLocation", NAMESPACE + " " + NAMESPACE + "/1.0/graphml.xsd");
		text("desc", "Imprimatur, revision %d of %s. %s. Licence: %s".formatted(snapshot.revision().number(),
				snapshot.revision().time(), Format.CREDIT, Format.LICENCE));
		for (Map.Entry<String, Class<?>> attribute : attributes().entrySet()) {
			key("node", attribute.getKey(), attribute.getValue() == Boolean.class ? "boolean" : "string");
		}
		key("edge", "relationship", "string");
		key("edge", "position", "int");
		xml.writeStartElement("graph");
		xml.writeAttribute("id", "revision-" + snapshot.revision().number());
		xml.writeAttribute("edgedefault", "directed");
		nodes();
		edges();
		xml.writeEndDocument();
		xml.flush();
	}

	private static Map<String, Class<?>> attributes() {
		Map<String, Class<?>> attributes = new TreeMap<>(Map.of("type", String.class, "label", String.class));
		Arrays.stream(Kind.values()).map(kind -> Shape.of(kind.type())).distinct().flatMap(GraphMl::withParts)
				.flatMap(shape -> columns(shape).stream()).forEach(column -> attributes.merge(column.name(),
						column.type(), (one, other) -> one == other ? one : String.class));
		return attributes;
	}

	private static Stream<Shape> withParts(Shape shape) {
		return Stream.concat(Stream.of(shape), shape.fields().stream().flatMap(
				field -> field.content() instanceof Content.Part part ? withParts(part.shape()) : Stream.empty()));
	}

	/** A node's id is an attribute of the format's own. */
	private static List<Column> columns(Shape shape) {
		return Column.of(shape).stream().filter(column -> !column.name().equals("id")).toList();
	}

	private void nodes() throws XMLStreamException {
		for (Kind kind : Kind.values()) {
			for (List<Entity> page : snapshot.pages(kind)) {
				for (Entity entity : page) {
					for (Node node : Node.of(entity)) {
						node(node);
					}
				}
			}
		}
	}

	private void node(Node node) throws XMLStreamException {
		xml.writeStartElement("node");
		xml.writeAttribute("id", id(node.id()));
		data("type", node.type());
		data("label", node.value() instanceof Entity entity ? entity.name() : node.type());
		for (Column column : columns.computeIfAbsent(node.shape().type(), type -> columns(node.shape()))) {
			data(column.name(), column.text(node.value()));
		}
		xml.writeEndElement();
	}

	private void edges() throws XMLStreamException {
		for (Kind kind : Kind.values()) {
			for (List<Entity> page : snapshot.pages(kind)) {
				for (Entity entity : page) {
					for (Node node : Node.of(entity)) {
						for (Edge edge : node.edges()) {
							edge(edge);
						}
					}
				}
			}
		}
	}

	private void edge(Edge edge) throws XMLStreamException {
		xml.writeStartElement("edge");
		xml.writeAttribute("source", id(edge.from()));
		xml.writeAttribute("target", id(edge.to()));
		data("relationship", edge.type());
		data("position", "" + edge.position());
		xml.writeEndElement();
	}

	/** GraphML's ids have neither slashes nor fragments. */
	private static String id(String id) {
		return id.replace('/', ':').replace('#', ':');
	}

	private void key(String holder, String name, String type) throws XMLStreamException {
		xml.writeEmptyElement("key");
		xml.writeAttribute("id", name);
		xml.writeAttribute("for", holder);
		xml.writeAttribute("attr.name", name);
		xml.writeAttribute("attr.type", type);
	}

	private void data(String key, @Nullable String value) throws XMLStreamException {
		if (value != null) {
			xml.writeStartElement("data");
			xml.writeAttribute("key", key);
			characters(value);
			xml.writeEndElement();
		}
	}

	private void text(String element, String value) throws XMLStreamException {
		xml.writeStartElement(element);
		characters(value);
		xml.writeEndElement();
	}

	private void characters(String value) throws XMLStreamException {
		xml.writeCharacters(UNWRITABLE.matcher(value).replaceAll("\uFFFD"));
	}
}
