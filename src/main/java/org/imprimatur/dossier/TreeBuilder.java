package org.imprimatur.dossier;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.imprimatur.knowledge.CanonicalForm;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds the tree of a YAML document from its events. Plain {@code true}, {@code false}, {@code null} and whole numbers
 * are what YAML 1.2 says; everything else is text, dates included, in Unicode's normal form C.
 */
final class TreeBuilder {

	/** How deep lists and mappings may nest: twice what a dossier needs. */
	static final int DEEPEST = 16;
	/** How many values a file may hold: three times what 20,000 facts need, and what memory and messages bear. */
	static final int MOST_VALUES = 1_000_000;

	private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
	private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
	private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
	private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,8})");

	private final JsonNodeFactory nodes = JsonNodeFactory.instance;
	private final String file;
	private final Iterator<Event> events;
	private final List<Mistake> mistakes;
	private final Map<String, Integer> lines = new HashMap<>();
	private int values;

	TreeBuilder(String file, Iterator<Event> events, List<Mistake> mistakes) {
		this.file = file;
		this.events = events;
		this.mistakes = mistakes;
	}

	/** The one document of the file. A key that stands twice is a mistake, and its first value counts. */
	Document build() throws Unreadable {
		expect(Event.ID.StreamStart);
		Event start = events.next();
		if (start.getEventId() == Event.ID.StreamEnd) {
			throw new Unreadable(1, "the file is empty; a dossier begins with 'dossier:'");
		}
		JsonNode root = node(events.next(), "", 0);
		expect(Event.ID.DocumentEnd);
		Event end = events.next();
		if (end.getEventId() != Event.ID.StreamEnd) {
			throw new Unreadable(line(end), "a second document begins here; give it a file of its own");
		}
		return new Document(file, root, () -> lines, "");
	}

	private void expect(Event.ID id) {
		Event event = events.next();
		if (event.getEventId() != id) {
			throw new IllegalStateException("the parser gave %s for %s".formatted(event, id));
		}
	}

	private JsonNode node(Event event, String path, int depth) throws Unreadable {
		if (depth > DEEPEST) {
			throw new Unreadable(line(event), "this is nested more than %d deep; no dossier is".formatted(DEEPEST));
		}
		if (++values > MOST_VALUES) {
			throw new Unreadable(line(event),
					"the file holds more than %,d values; divide the history among several files"
							.formatted(MOST_VALUES));
		}
		lines.putIfAbsent(path, line(event));
		return switch (event) {
			case ScalarEvent scalar -> scalar(scalar);
			case SequenceStartEvent sequence -> {
				refuseTag(sequence, sequence.getTag().isPresent());
				yield list(path, depth);
			}
			case MappingStartEvent mapping -> {
				refuseTag(mapping, mapping.getTag().isPresent());
				yield mapping(path, depth);
			}
			case AliasEvent alias -> throw new Unreadable(line(alias),
					"*%s is an alias; write out what it stands for"
							.formatted(Quote.shortened(alias.getAlias().getValue())));
			default -> throw new IllegalStateException("the parser gave " + event);
		};
	}

	private ArrayNode list(String path, int depth) throws Unreadable {
		ArrayNode list = nodes.arrayNode();
		for (Event item = events.next(); item.getEventId() != Event.ID.SequenceEnd; item = events.next()) {
			list.add(node(item, path + "[" + list.size() + "]", depth + 1));
		}
		return list;
	}

	private ObjectNode mapping(String path, int depth) throws Unreadable {
		ObjectNode mapping = nodes.objectNode();
		for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
			if (!(key instanceof ScalarEvent name)) {
				throw new Unreadable(line(key), "a key has to be a word, not a list, a mapping or an alias");
			}
			// Shortened, because the path of everything below carries it.
			String field = Quote.shortened(name.getValue());
			String place = path.isEmpty() ? field : path + "." + field;
			if (mapping.has(name.getValue())) {
				mistakes.add(new Mistake(file, line(key), place,
						"this key stands here already, on line %d; keep one of them".formatted(lines.get(place))));
				node(events.next(), place, depth + 1);
			} else {
				lines.put(place, line(key));
				mapping.set(name.getValue(), node(events.next(), place, depth + 1));
			}
		}
		return mapping;
	}

	private JsonNode scalar(ScalarEvent scalar) throws Unreadable {
		refuseTag(scalar, scalar.getTag().isPresent());
		String text = CanonicalForm.text(scalar.getValue());
		if (!scalar.isPlain()) {
			if (text.codePoints().anyMatch(it -> Character.getType(it) == Character.SURROGATE)) {
				throw new Unreadable(line(scalar), "an escape in this text stands for half of a character; write the"
						+ " character itself");
			}
			return nodes.stringNode(text);
		}
		if (NULL.matcher(text).matches()) {
			return nodes.nullNode();
		}
		if (TRUE.matcher(text).matches() || FALSE.matcher(text).matches()) {
			return nodes.booleanNode(TRUE.matcher(text).matches());
		}
		return NUMBER.matcher(text).matches() ? nodes.numberNode(Integer.parseInt(text)) : nodes.stringNode(text);
	}

	private static void refuseTag(Event event, boolean tagged) throws Unreadable {
		if (tagged) {
			throw new Unreadable(line(event),
					"a tag (a word that begins with !) means nothing here; put text in quotes");
		}
	}

	private static int line(Event event) {
		return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
	}

	/** That nothing after this line can be read. */
	static final class Unreadable extends Exception {
		private final int line;
		private final String sentence;

		Unreadable(int line, String sentence) {
			super(sentence);
			this.line = line;
			this.sentence = sentence;
		}

		int line() {
			return line;
		}

		String sentence() {
			return sentence;
		}
	}
}
