package org.imprimatur.force.record;

import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.EvidencedPart;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Names;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.RelativeDate;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;
import org.imprimatur.knowledge.Territory;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;

/**
 * Puts what fields hold into words for people.
 *
 * @param facts where that is which is referred to
 */
record Words(Facts facts) {

	private static final Pattern DAY = Pattern.compile("\\b\\d{4}-\\d\\d(-\\d\\d)?\\b");

	/** What a source says, as a dossier has it: the name of what has this id, or the text with its dates in words. */
	String of(String text) {
		return facts.find(text, Entity.class).map(it -> Names.of(it, facts)).orElseGet(() -> {
			try {
				return EdtfDate.parse(text).noun();
			} catch (DateTimeParseException e) {
				return DAY.matcher(text).replaceAll(it -> EdtfDate.parse(it.group()).noun());
			}
		});
	}

	/** One value of a field. */
	String of(Shape.Field field, Object value) {
		return switch (value) {
			case Ref<?> it -> facts.find(it.id(), Entity.class).map(entity -> Names.of(entity, facts))
					.orElseGet(() -> "a certain " + Kind.ofId(it.id()).prefix());
			case EdtfDate it -> it.noun();
			case Period it -> period(it);
			case Enum<?> it -> it.name().toLowerCase(Locale.ROOT).replace('_', ' ');
			case Boolean it -> it ? "yes" : "no";
			case RelativeDate it -> counted(it);
			case String it when Territory.FIELDS.contains(field.name()) -> Territory.name(it);
			case Object it when field.content() instanceof Content.Part -> ofPart(it);
			default -> value.toString();
		};
	}

	/** A part in words is what it says, field by field, without how that is known. */
	String ofPart(Object part) {
		List<String> values = Shape.of(part.getClass()).fields().stream()
				.filter(it -> !(part instanceof EvidencedPart && it.name().equals("evidence")))
				.flatMap(it -> labelled(it, it.values(part))).toList();
		return values.size() == 1
				? values.getFirst().split(": ", 2)[1]
				: values.stream().collect(Collectors.joining("; "));
	}

	private Stream<String> labelled(Shape.Field field, List<?> values) {
		List<String> words = values.stream().filter(it -> !it.equals(false)).map(it -> of(field, it)).toList();
		String label = field.name().replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
		return words.isEmpty() ? Stream.empty() : Stream.of("%s: %s".formatted(label, Names.list(words)));
	}

	private String counted(RelativeDate date) {
		String from = facts.find(date.of().id(), Entity.class).map(it -> Names.of(it, facts)).orElse("another date");
		return "%s after %s of %s".formatted(date.delay(), switch (date.field()) {
			case "issued" -> "the issue";
			case "published" -> "the publication";
			case "effective.start", "period.start" -> "the beginning";
			case "effective.end", "period.end" -> "the end";
			case "deadline" -> "the deadline";
			default -> "the fulfilment";
		}, from);
	}

	private static String period(Period period) {
		String start = period.start() == null ? "" : "from " + period.start().noun();
		String end = period.end() == null ? "" : " to " + period.end().noun();
		return start.isEmpty() && end.isEmpty() ? "since a day that is not known" : (start + end).strip();
	}
}
