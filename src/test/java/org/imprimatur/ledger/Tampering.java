package org.imprimatur.ledger;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/**
 * Something done to the graph behind the ledger's back.
 *
 * @param words what
 * @param statement how
 * @param suspects the ids of which one has to be named; empty where there is none to name
 */
record Tampering(String words, String statement, Map<String, Object> parameters, Set<String> suspects) {

	/**
	 * Nodes alike, by labels and a key, of which the first is an example; all of those that the chain itself consists
	 * of.
	 */
	private static final String KEYS = """
		CYPHER 25
		MATCH (node) WHERE NOT node:SchemaFile UNWIND keys(node) AS key
		WITH labels(node) AS labels, key, node, CASE WHEN node:Revision OR node:JournalPage THEN elementId(node) END AS single
		ORDER BY node.since DESC, node.id
		WITH labels, key, single, head(collect(node)) AS node
		RETURN labels, elementId(node) AS node, key, node[key] AS value,
			COLLECT { MATCH (state:Record|Withdrawal)-[*0..2]->(node) RETURN DISTINCT state.id } AS suspects""";

	private static final String NODES = """
		CYPHER 25
		MATCH (node) WHERE NOT node:SchemaFile
		WITH labels(node) AS labels, node, CASE WHEN node:Revision OR node:JournalPage THEN elementId(node) END AS single
		ORDER BY node.since, node.id
		WITH labels, single, head(collect(node)) AS node
		RETURN labels, elementId(node) AS node, keys(node) AS keys,
			head([family IN ['Record', 'Part', 'Entity'] WHERE family IN labels] + labels) AS family,
			COLLECT { MATCH (state:Record|Withdrawal)-[*0..2]->(node) RETURN DISTINCT state.id } AS suspects""";

	private static final String LINKS = """
		CYPHER 25
		MATCH (from)-[link]->(to)
		WITH labels(from) AS labels, type(link) AS type, from, link ORDER BY from.since DESC, from.id
		WITH labels, type, head(collect({from: from, link: link})) AS example
		WITH labels, type, example.from AS from, example.link AS link
		RETURN labels, type, elementId(link) AS link,
			COLLECT { MATCH (state:Record|Withdrawal)-[*0..1]->(from) RETURN state.id } AS suspects""";

	private static final String THE_NODE = "CYPHER 25 MATCH (node) WHERE elementId(node) = $node ";
	private static final String THE_LINK = "CYPHER 25 MATCH (from)-[link]->(to) WHERE elementId(link) = $link ";

	private static final String COPY = THE_NODE
			+ """
				CREATE (copy:$(labels(node))) SET copy = properties(node) %s
				WITH node, copy
				CALL (node, copy) {
					MATCH (node)-[link]->(to)
					CREATE (copy)-[new:$(type(link))]->(to) SET new = properties(link)
				}""";

	private static final List<String> TO_A_LINK = List.of("DELETE link",
			"CREATE (from)-[copy:$(type(link))]->(to) SET copy = properties(link)",
			"SET link.position = coalesce(link.position, 0) + 1", "REMOVE link.position", "SET link.planted = 1",
			"MATCH (other) WHERE labels(other) = labels(to) AND other <> to"
					+ redirected("from", "other", "type(link)"),
			"MATCH (other:Entity) WHERE other <> to" + redirected("from", "other", "type(link)"),
			"MATCH (other:Record)-[:OF]->(to)" + redirected("from", "other", "type(link)"),
			"WITH from, to, link, to AS other" + redirected("other", "from", "type(link)"),
			"WITH from, to, link, to AS other" + redirected("from", "other", "'PLANTED'"),
			"WITH from, to, link, to AS other WHERE type(link) <> 'OF'" + redirected("from", "other", "'OF'"));

	private static final List<String> ANYTHING = List.of("Ledger", "Revision", "JournalPage", "Record", "Withdrawal",
			"Part", "Entity", "SchemaFile");

	private static String redirected(String from, String to, String type) {
		return " WITH from, link, other LIMIT 1 CREATE (%s)-[new:$(%s)]->(%s) SET new = properties(link) DELETE link"
				.formatted(from, type, to);
	}

	/** All that can be done to an example of everything that there is in the graph. */
	static List<Tampering> all(Driver driver) {
		try (Session session = driver.session()) {
			List<Tampering> all = new ArrayList<>();
			Set<String> known = new HashSet<>();
			session.run(KEYS)
					.forEachRemaining(row -> values(row, known.add(text(row, "key"))).forEach(value -> all.add(of(row,
							"%s = %s".formatted(text(row, "key"), value), THE_NODE + "SET node[$key] = $value",
							"key", text(row, "key"), "value", value))));
			List<Record> nodes = session.run(NODES).list();
			nodes.forEach(row -> all.addAll(toANode(row)));
			nodes.stream().filter(row -> known.add(text(row, "family"))).forEach(row -> all.addAll(copies(row)));
			List<String> labels = nodes.stream().flatMap(row -> row.get("labels").asList(it -> it.asString()).stream())
					.distinct().toList();
			for (int place = 0; place < nodes.size(); place++) {
				// Not every label to every node: that would be thousands.
				for (int step = 0; step < labels.size(); step += 13) {
					String label = labels.get((place + step) % labels.size());
					all.add(of(nodes.get(place), "also " + label, THE_NODE + "SET node:$($label)", "label", label));
				}
			}
			session.run(LINKS).forEachRemaining(
					row -> TO_A_LINK.stream().limit(known.add(text(row, "type")) ? TO_A_LINK.size() : 6)
							.forEach(change -> all.add(of(row,
									"%s, %s".formatted(text(row, "type"), change), THE_LINK + change, "link",
									text(row, "link")))));
			ANYTHING.forEach(from -> ANYTHING.forEach(to -> all.add(new Tampering(from + " to " + to, """
				CYPHER 25 MATCH (from:%s) WITH from LIMIT 1 MATCH (to:%s) WITH from, to LIMIT 1
				CREATE (from)-[:PLANTED]->(to)""".formatted(from, to), Map.of(), Set.of()))));
			all.add(new Tampering("A node", "CREATE ()", Map.of(), Set.of()));
			all.add(new Tampering("A planted node", "CREATE (:Planted {id: 'model/anvil'})", Map.of(), Set.of()));
			return all;
		}
	}

	private static List<Tampering> toANode(Record row) {
		List<Tampering> all = new ArrayList<>();
		all.add(of(row, "planted property", THE_NODE + "SET node.planted = 1"));
		all.add(of(row, "deleted", THE_NODE + "DETACH DELETE node"));
		all.add(of(row, "another label", THE_NODE + "SET node:Planted"));
		List<String> labels = row.get("labels").asList(it -> it.asString());
		labels.forEach(label -> all.add(of(row, "no " + label, THE_NODE + "REMOVE node:$($label)", "label", label)));
		all.add(new Tampering("an empty " + labels, "CYPHER 25 CREATE (:$($labels))", Map.of("labels", labels),
				Set.of()));
		return all;
	}

	private static List<Tampering> copies(Record row) {
		List<Tampering> all = new ArrayList<>();
		all.add(of(row, "a copy", COPY.formatted("")));
		for (String key : List.of("since", "number", "revision", "until")) {
			if (row.get("keys").asList().contains(key)) {
				all.add(of(row, "a copy with another " + key, COPY.formatted("SET copy.%s = 77".formatted(key))));
			}
		}
		all.add(of(row, "a copy with another id", COPY.formatted("SET copy.id = 'model/planted'")));
		return all;
	}

	/** Other values that a property could have, none among them; two where its like was tried before. */
	private static List<Object> values(Record row, boolean first) {
		Object value = row.get("value").asObject();
		if (!first && value instanceof String) {
			return List.of(NOTHING, value + "x");
		}
		List<Object> values = new ArrayList<>(List.of(NOTHING, value + "x", 42L));
		switch (value) {
			case Long number when number == Long.MAX_VALUE -> values.addAll(List.of(1L, 3L, number - 1));
			case Long number -> values.addAll(List.of(number + 1, number - 1, Long.MAX_VALUE, (double) number));
			case Boolean flag -> values.add(!flag);
			case LocalDate date -> values.addAll(List.of(date.plusDays(1), date.minusDays(1)));
			case ZonedDateTime time -> values.addAll(List.of(time.plusSeconds(1), time.minusNanos(1_000_000),
					time.withZoneSameInstant(ZoneOffset.ofHours(1))));
			case List<?> list -> {
				values.add(Stream.concat(list.stream(), Stream.of("x")).toList());
				values.add(list.stream().skip(1).toList());
				values.add(list.reversed());
				values.add(list.stream().map(it -> it + " ").toList());
			}
			default -> values.add("");
		}
		values.removeIf(value::equals);
		return values;
	}

	/** What a property is set to so that it is there no more. */
	private static final Object NOTHING = new Object() {
		@Override
		public String toString() {
			return "nothing";
		}
	};

	private static Tampering of(Record row, String words, String statement, Object... parameters) {
		Map<String, Object> all = new HashMap<>();
		if (row.containsKey("node")) {
			all.put("node", text(row, "node"));
		}
		for (int place = 0; place < parameters.length; place += 2) {
			all.put((String) parameters[place], parameters[place + 1]);
		}
		String with = all.remove("value", NOTHING) ? statement.replace("$value", "null") : statement;
		Set<String> suspects = new HashSet<>(row.get("suspects").asList(it -> it.asString()));
		if (!suspects.isEmpty() && all.get("value") instanceof String id) {
			suspects.add(id);
		}
		if (words.startsWith("a copy")) {
			suspects.add("model/planted");
			if (row.get("labels").asList().contains("Part")) {
				// A part that nothing holds is nobody's.
				suspects.clear();
			}
		}
		return new Tampering("%s of %s: %s".formatted(row.get("labels").asList(), suspects, words), with, all,
				suspects);
	}

	private static String text(Record row, String key) {
		return row.get(key).asString();
	}
}
