package org.imprimatur.dossier;

import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.time.EdtfDate;
import tools.jackson.databind.JsonNode;

/**
 * Checks that an amendment moves a start, an end or a deadline of its target, or changes its penalty, and that the
 * rules can read it (design, "The domain").
 */
final class AmendmentCheck {

	private static final String OPEN = "..";
	private static final String PENALTY = "penalty";
	private static final List<String> OF_INSTRUMENTS = List.of("effective.start", "effective.end", "effective");
	private static final List<String> OF_EFFECTS = List.of("period.start", "period.end", "period");
	private static final List<String> OF_CONDITIONS = List.of("period.start", "period.end", "period", "deadline",
			PENALTY);

	private AmendmentCheck() {
	}

	static void check(List<Draft> drafts, Map<String, Draft> byId, List<Mistake> mistakes) {
		for (Draft effect : drafts) {
			// What stands was judged when it came.
			if (effect.kind() != Kind.EFFECT || effect.document().isStanding()) {
				continue;
			}
			JsonNode node = effect.node();
			boolean amends = node.path("kind").asString("").equals(EffectKind.AMENDS.name());
			for (String part : List.of("field", "value")) {
				if (amends && !node.has(part)) {
					mistakes.add(effect.mistake(part, "an effect that AMENDS has to give its %s".formatted(part)));
				} else if (!amends && node.has(part)) {
					mistakes.add(
							effect.mistake(part, "only an effect that AMENDS has a %s; leave it out".formatted(part)));
				}
			}
			Draft target = byId.get(node.path("target").asString(""));
			if (amends && target != null && node.path("field").isString() && node.path("value").isString()) {
				change(effect, target.kind(), node.path("field").asString(), node.path("value").asString(), mistakes);
			}
		}
	}

	private static void change(Draft effect, Kind target, String field, String value, List<Mistake> mistakes) {
		List<String> fields = switch (target) {
			case CONDITION -> OF_CONDITIONS;
			case EFFECT -> OF_EFFECTS;
			default -> OF_INSTRUMENTS;
		};
		if (!fields.contains(field)) {
			String otherwise = Quote.nearest(field, fields).map("did you mean %s?"::formatted).orElse(
					"write any other change as a condition of its own, with an effect that SUPERSEDES the old one");
			mistakes.add(effect.mistake("field", "'%s' of %s cannot be amended, only %s; %s"
					.formatted(Quote.shortened(field), Quote.of(target), String.join(", ", fields), otherwise)));
		} else if (!field.equals(PENALTY)) {
			// A whole period is its new end, or an interval: start/end.
			boolean whole = field.equals("effective") || field.equals("period");
			dates(effect, whole ? Arrays.asList(value.split("/", 2)) : List.of(value), mistakes);
		}
	}

	private static void dates(Draft effect, List<String> dates, List<Mistake> mistakes) {
		try {
			dates.stream().filter(it -> !it.equals(OPEN)).forEach(EdtfDate::parse);
		} catch (DateTimeParseException e) {
			mistakes.add(effect.mistake("value", String.valueOf(e.getMessage())));
		}
	}
}
