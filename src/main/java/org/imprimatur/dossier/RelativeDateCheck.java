package org.imprimatur.dossier;

import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.time.Delay;
import tools.jackson.databind.JsonNode;

/**
 * Checks that a date which is counted from another can be counted: from a date that there can be, by a delay, and not
 * from itself (design, "The domain").
 */
final class RelativeDateCheck {

	private static final List<String> OF_INSTRUMENTS = List.of("issued", "published", "effective.start",
			"effective.end");
	private static final List<String> OF_CONDITIONS = List.of("period.start", "period.end", "deadline", "met");
	/** The dates of instruments that can be counted, by the fields that say how. */
	private static final Map<String, String> COUNTED_OF_INSTRUMENTS = Map.of("endsAfter", "effective.end");
	/** Those of conditions and effects. */
	private static final Map<String, String> COUNTED = Map.of("deadlineAfter", "deadline", "endsAfter", "period.end");

	private final Map<String, Draft> byId;
	private final List<Mistake> mistakes;

	private RelativeDateCheck(Map<String, Draft> byId, List<Mistake> mistakes) {
		this.byId = byId;
		this.mistakes = mistakes;
	}

	static void check(List<Draft> drafts, Map<String, Draft> byId, List<Mistake> mistakes) {
		RelativeDateCheck check = new RelativeDateCheck(byId, mistakes);
		drafts.stream().filter(it -> !it.document().isStanding())
				.forEach(draft -> counted(draft).keySet().stream().sorted()
						.filter(it -> draft.node().path(it).isObject()).forEach(it -> check.date(draft, it)));
	}

	private static Map<String, String> counted(Draft draft) {
		return isInstrument(draft) ? COUNTED_OF_INSTRUMENTS : COUNTED;
	}

	private static boolean isInstrument(Draft draft) {
		return draft.shape().type() == Instrument.class;
	}

	private void date(Draft draft, String field) {
		JsonNode date = draft.node().path(field);
		String value = counted(draft).getOrDefault(field, "");
		if (!draft.node().at("/" + value.replace('.', '/')).isMissingNode()) {
			mistakes.add(draft.mistake(field,
					"%s is given already; leave out the one that the source does not say".formatted(value)));
		}
		if (isInstrument(draft) && !draft.node().path("effective").isObject()) {
			mistakes.add(draft.mistake(field, "what never has force has no end: give effective as well"));
		}
		String delay = date.path("delay").asString("");
		try {
			Delay.parse(delay);
		} catch (DateTimeParseException e) {
			mistakes.add(draft.mistake(field + ".delay",
					"'%s': %s".formatted(Quote.shortened(delay), String.valueOf(e.getMessage()))));
		}
		Draft from = byId.get(date.path("of").asString(""));
		if (from != null) {
			from(draft, field, from, date.path("field").asString(""));
		}
	}

	private void from(Draft draft, String field, Draft from, String name) {
		boolean instrument = isInstrument(from);
		if (!instrument && from.kind() != Kind.CONDITION) {
			mistakes.add(draft.mistake(field + ".of",
					"a date is counted from that of an instrument or a condition, not of %s"
							.formatted(Quote.of(from.kind()))));
			return;
		}
		List<String> dates = instrument ? OF_INSTRUMENTS : OF_CONDITIONS;
		if (!dates.contains(name)) {
			mistakes.add(draft.mistake(field + ".field", Quote.notAllowed(name, dates)));
		} else if (circle(draft.id() + " " + counted(draft).get(field), from.id() + " " + name)) {
			mistakes.add(draft.mistake(field + ".of", "this date is counted from itself"));
		}
	}

	private boolean circle(String start, String first) {
		Set<String> seen = new LinkedHashSet<>();
		String date = first;
		while (!date.isEmpty() && seen.add(date)) {
			date = countedFrom(date);
		}
		return seen.contains(start);
	}

	/** The date that a date is counted from; empty if it is not counted. */
	private String countedFrom(String date) {
		String[] parts = date.split(" ", 2);
		Draft draft = byId.get(parts[0]);
		return draft == null
				? ""
				: counted(draft).entrySet().stream().filter(it -> it.getValue().equals(parts[1]))
						.map(it -> draft.node().path(it.getKey())).filter(JsonNode::isObject)
						.map(it -> "%s %s".formatted(it.path("of").asString(""), it.path("field").asString("")))
						.findFirst().orElse("");
	}
}
