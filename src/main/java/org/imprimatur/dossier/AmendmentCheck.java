package org.imprimatur.dossier;

import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;
import org.imprimatur.time.EdtfDate;
import tools.jackson.databind.JsonNode;

/** Checks that an amendment says which field of its target becomes what, and that the rules can read it. */
final class AmendmentCheck {

	private static final String OPEN = "..";

	private AmendmentCheck() {
	}

	static void check(List<Draft> drafts, Map<String, Draft> byId, List<Mistake> mistakes) {
		for (Draft effect : drafts) {
			if (effect.kind() != Kind.EFFECT) {
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
				change(effect, target, node.path("field").asString(), node.path("value").asString(), mistakes);
			}
		}
	}

	private static void change(Draft effect, Draft target, String name, String value, List<Mistake> mistakes) {
		Optional<Shape.Field> field = target.shape().field(name);
		if (field.isEmpty()) {
			List<String> known = target.shape().fields().stream().map(Shape.Field::name).toList();
			mistakes.add(effect.mistake("field", "%s has no field '%s'%s".formatted(Quote.of(target.kind()),
					Quote.shortened(name), Quote.suggestion(name, known))));
			return;
		}
		switch (field.get().content()) {
			case Content.Date date -> dates(effect, List.of(value), mistakes);
			// A period is its new end, or an interval: start/end.
			case Content.Span span -> dates(effect, Arrays.asList(value.split("/", 2)), mistakes);
			case Content.Scalar scalar when scalar.type().isEnum() -> {
				List<String> allowed = Arrays.stream(scalar.type().getEnumConstants()).map(Object::toString).toList();
				if (!allowed.contains(value)) {
					mistakes.add(effect.mistake("value", Quote.notAllowed(value, allowed)));
				}
			}
			default -> {
			}
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
