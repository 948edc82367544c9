package org.imprimatur.dossier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Kind;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a dossier as a curator would: sections in the order of the kinds, a text on one line, short things in
 * brackets.
 */
public final class DossierWriter {

	/** By this line editors find the schema. */
	private static final String HEADER = " yaml-language-server: $schema=dossier.schema.json";
	/** The last column of a list or mapping in brackets. */
	private static final int WIDEST = 90;

	private static final JsonMapper MAPPER = CanonicalForm.mapper().rebuild()
			.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();
	private static final DumpSettings LAYOUT = DumpSettings.builder().setDumpComments(true).setIndent(2)
			.setIndicatorIndent(2).setIndentWithIndicator(true).setSplitLines(false).setWidth(WIDEST).build();
	private static final ScalarResolver PLAIN = new CoreScalarResolver(false);

	private final List<Event> events = new ArrayList<>();

	private DossierWriter() {
	}

	/**
	 * The file of a dossier, named after it, from which {@link DossierReader} reads equal contents. The sources that
	 * the dossier cites are not written, since they are found on reading.
	 */
	public static DossierFile write(DossierContents contents) {
		DossierWriter writer = new DossierWriter();
		writer.document(tree(contents));
		return new DossierFile(fileName(contents),
				new Present(LAYOUT).emitToString(writer.events.iterator()).getBytes(StandardCharsets.UTF_8));
	}

	/** What the file of a dossier is called. */
	static String fileName(DossierContents contents) {
		String id = contents.dossier().id();
		return id.substring(id.indexOf('/') + 1) + ".yaml";
	}

	/** The tree that {@link DocumentReader} makes of the file of a dossier. */
	static JsonNode tree(DossierContents contents) {
		ObjectNode root = MAPPER.createObjectNode();
		ObjectNode dossier = MAPPER.valueToTree(contents.dossier());
		root.set(Section.DOSSIER, dossier.without("sources"));
		for (Section section : Section.ALL) {
			ArrayNode list = root.putArray(section.name());
			for (Entity entity : contents.entities()) {
				if (Kind.ofId(entity.id()) == section.kind()) {
					list.add(MAPPER.<JsonNode>valueToTree(entity));
				}
			}
		}
		root.set(Section.WITHDRAWN, MAPPER.valueToTree(contents.withdrawn()));
		return stated(root);
	}

	/** Of a value, what there is to write: a flag, a text, or the fields and items that are not absent. */
	private static JsonNode stated(JsonNode value) {
		if (value.isObject()) {
			ObjectNode stated = MAPPER.createObjectNode();
			value.forEachEntry((name, field) -> {
				if (!absent(field)) {
					stated.set(name, stated(field));
				}
			});
			return stated;
		}
		if (value.isArray()) {
			ArrayNode stated = MAPPER.createArrayNode();
			value.forEach(item -> stated.add(stated(item)));
			return stated;
		}
		return value.isBoolean() ? value : MAPPER.getNodeFactory().stringNode(value.asString());
	}

	private void document(JsonNode root) {
		events.add(new StreamStartEvent());
		events.add(new DocumentStartEvent(false, Optional.empty(), Map.of()));
		comment(CommentType.BLOCK, HEADER);
		events.add(mapping(FlowStyle.BLOCK));
		root.forEachEntry((name, section) -> {
			if (!name.equals(Section.DOSSIER)) {
				comment(CommentType.BLANK_LINE, "");
			}
			text(name);
			lines(section, 0);
		});
		events.add(new MappingEndEvent());
		events.add(new DocumentEndEvent(false));
		events.add(new StreamEndEvent());
	}

	/** A line or more for each part of a list or mapping that stands in a mapping at {@code column}. */
	private void lines(JsonNode node, int column) {
		if (node.isArray()) {
			events.add(list(FlowStyle.BLOCK));
			// An item that is a mapping is laid out in lines however short it is, so that the next one looks like it.
			node.forEach(item -> {
				if (item.isObject()) {
					fields(item, column + 4);
				} else {
					text(item.asString());
				}
			});
			events.add(new SequenceEndEvent());
		} else {
			fields(node, column + 2);
		}
	}

	private void fields(JsonNode mapping, int column) {
		events.add(mapping(FlowStyle.BLOCK));
		mapping.forEachEntry((name, value) -> {
			text(name);
			if (value.isContainer() && column + name.length() + 2 + width(value) > WIDEST) {
				lines(value, column);
			} else {
				brackets(value);
			}
		});
		events.add(new MappingEndEvent());
	}

	/** All of it on the line where it begins. */
	private void brackets(JsonNode node) {
		if (node.isArray()) {
			events.add(list(FlowStyle.FLOW));
			node.forEach(this::brackets);
			events.add(new SequenceEndEvent());
		} else if (node.isObject()) {
			events.add(mapping(FlowStyle.FLOW));
			node.forEachEntry((name, value) -> {
				text(name);
				brackets(value);
			});
			events.add(new MappingEndEvent());
		} else if (node.isBoolean()) {
			scalar(node.asString(), ScalarStyle.PLAIN);
		} else {
			text(node.asString());
		}
	}

	/** How many columns it takes in brackets; too many if it holds mappings in a list, or a text of several lines. */
	private static int width(JsonNode node) {
		int width = 0;
		if (node.isArray()) {
			for (JsonNode item : node) {
				width += 2 + (item.isObject() ? WIDEST : width(item));
			}
		} else if (node.isObject()) {
			for (Map.Entry<String, JsonNode> field : node.properties()) {
				width += 4 + field.getKey().length() + width(field.getValue());
			}
		} else {
			String text = node.asString();
			width = text.indexOf('\n') < 0 ? text.length() : WIDEST;
		}
		return width;
	}

	// A flag that is left out is false; an empty mapping is not nothing: a scope without fields has to be there.
	private static boolean absent(JsonNode value) {
		return value.isNull() || value.isArray() && value.isEmpty() || value.isBoolean() && !value.asBoolean();
	}

	private void text(String text) {
		if (!PLAIN.resolve(text, true).equals(Tag.STR)) {
			scalar(text, ScalarStyle.DOUBLE_QUOTED);
		} else {
			// What cannot stand so is quoted by the emitter, except that it would double a line end that stands alone.
			scalar(text, text.indexOf('\n') < 0 || text.isBlank() ? ScalarStyle.PLAIN : ScalarStyle.LITERAL);
		}
	}

	private void scalar(String text, ScalarStyle style) {
		events.add(new ScalarEvent(Optional.empty(), Optional.empty(), new ImplicitTuple(true, true), text, style));
	}

	private void comment(CommentType type, String text) {
		events.add(new CommentEvent(type, text, Optional.empty(), Optional.empty()));
	}

	private static Event list(FlowStyle style) {
		return new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style);
	}

	private static Event mapping(FlowStyle style) {
		return new MappingStartEvent(Optional.empty(), Optional.empty(), true, style);
	}
}
