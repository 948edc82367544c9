package org.imprimatur.web;

import static org.imprimatur.web.Answer.fields;
import static org.imprimatur.web.Answer.text;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Disputes as a page tells them. */
final class Disputes {

	private Disputes() {
	}

	/** Each fact once, with all that is said against it. */
	static List<Map<String, Object>> byFact(List<Map<String, Object>> disputes) {
		Map<List<String>, Map<String, Object>> facts = new LinkedHashMap<>();
		Map<List<String>, Map<String, Object>> against = new LinkedHashMap<>();
		disputes.forEach(it -> {
			List<String> fact = List.of(text(fields(it.get("entity")), "id"), text(it, "field"), text(it, "value"));
			facts.computeIfAbsent(fact, key -> new HashMap<>(it));
			against.putIfAbsent(List.of(fact.getFirst(), fact.get(1), fact.getLast(), text(it, "otherValue")), it);
		});
		facts.forEach((fact, it) -> it.put("against", against.entrySet().stream()
				.filter(said -> said.getKey().subList(0, fact.size()).equals(fact)).map(Map.Entry::getValue).toList()));
		return List.copyOf(facts.values());
	}
}
