package org.imprimatur.dossier;

import java.math.BigDecimal;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.Evidence.Stance;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;
import org.imprimatur.knowledge.Territory;
import org.imprimatur.time.EdtfDate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks what the JSON Schema cannot say of one entity's values, and finds its references on the way. */
final class ValueCheck {

	/** Texts of which other checks say more. */
	private static final Set<String> CHECKED_ELSEWHERE = Set.of("id", "fields");
	private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s\\p{C}\\p{Z}/][^\\s\\p{C}\\p{Z}]*");
	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,40}([.][0-9]{1,40})?(e[0-9]{1,2})?");
	private static final List<String> REACHING = List.of("models", "companies", "categories");

	private final Draft draft;
	private final List<Mistake> mistakes;
	private final List<Link> links = new ArrayList<>();

	private ValueCheck(Draft draft, List<Mistake> mistakes) {
		this.draft = draft;
		this.mistakes = mistakes;
	}

	/** The references of an entity; what is wrong with its values is added to {@code mistakes}. */
	static List<Link> links(Draft draft, List<Mistake> mistakes) {
		ValueCheck check = new ValueCheck(draft, mistakes);
		check.fields(draft.shape(), draft.node(), draft.path());
		check.reach();
		check.test();
		check.groups();
		check.compute();
		return check.links;
	}

	private void fields(Shape shape, ObjectNode node, String path) {
		for (Shape.Field field : shape.fields()) {
			JsonNode value = node.get(field.name());
			if (value == null) {
				continue;
			}
			String place = path + "." + field.name();
			if (!field.many()) {
				value(shape, node, field, value, place);
				continue;
			}
			int index = 0;
			for (JsonNode item : value.isArray() ? value : List.<JsonNode>of()) {
				value(shape, node, field, item, "%s[%d]".formatted(place, index++));
			}
		}
	}

	private void value(Shape holder, ObjectNode node, Shape.Field field, JsonNode value, String path) {
		switch (field.content()) {
			case Content.Scalar scalar -> {
				if (scalar.type() == String.class && value.isString() && !CHECKED_ELSEWHERE.contains(field.name())) {
					text(field.name(), value.asString(), path);
				}
			}
			case Content.Date date -> date(value, path);
			case Content.Span span -> span(value, path);
			case Content.Reference reference -> {
				if (value.isString()) {
					links.add(new Link(draft, path, field.name(), reference.kinds(), value.asString()));
				}
			}
			case Content.Part part -> {
				if (value instanceof ObjectNode object) {
					fields(part.shape(), object, path);
					if (part.shape().type() == Evidence.class) {
						evidence(holder, node, object, path);
					}
				}
			}
		}
	}

	private void text(String field, String text, String path) {
		if (Territory.FIELDS.contains(field)) {
			try {
				Territory.of(text);
			} catch (IllegalArgumentException e) {
				mistake(path, String.valueOf(e.getMessage()));
			}
		} else if (!text.isEmpty() && Blank.is(text)) {
			mistake(path, Blank.MISTAKE);
		} else if (field.equals("address") && !ADDRESS.matcher(text).matches()) {
			mistake(path, "'%s' is no address of a page; it has to begin with https:// or http://, and has no blanks"
					.formatted(Quote.shortened(text)));
		}
	}

	private void reach() {
		JsonNode scope = draft.node().path("scope");
		if (draft.kind() == Kind.CONDITION && scope.isObject()
				&& REACHING.stream().allMatch(field -> scope.path(field).isEmpty())) {
			mistake(draft.at("scope"),
					"this reaches nothing; name a model, a company or a category, since all else only narrows a scope");
		}
	}

	private void test() {
		JsonNode test = draft.node().path("test");
		if (test.has("places") && test.size() > 1) {
			mistake(draft.at("test"), "this tests places of parties and models at once; make two categories of it");
		}
		if (test.path("places").isObject() && test.path("places").isEmpty()) {
			mistake(draft.at("test.places"), "this names no place; give it one, or leave it out");
		}
	}

	private void groups() {
		int index = 0;
		for (JsonNode member : draft.node().path("members")) {
			if (member.path("subsidiaries").asBoolean(false)
					&& Kind.find(member.path("member").asString("")).filter(it -> it != Kind.COMPANY).isPresent()) {
				mistake(draft.at("members[%d].subsidiaries".formatted(index)),
						"only a company has subsidiaries; leave it out");
			}
			index++;
		}
	}

	private void compute() {
		for (String place : List.of("trainingCompute", "test.trainingCompute")) {
			JsonNode compute = draft.node().at("/" + place.replace('.', '/'));
			if (compute.isObject() && compute.isEmpty()) {
				mistake(draft.at(place), "this bounds nothing; give it a number, or leave it out");
			}
		}
		JsonNode compute = draft.node().path("trainingCompute");
		Optional<BigDecimal> least = number(compute.path("atLeast"));
		Optional<BigDecimal> most = number(compute.path("atMost"));
		if (least.isPresent() && most.isPresent() && most.get().compareTo(least.get()) < 0) {
			mistake(draft.at("trainingCompute.atMost"),
					"the most that it may be is less than the least; it is the other"
							+ " way round, or one of them is mistaken");
		}
	}

	private static Optional<BigDecimal> number(JsonNode value) {
		return Optional.of(value.asString("")).filter(it -> NUMBER.matcher(it).matches()).map(BigDecimal::new);
	}

	private Optional<EdtfDate> date(JsonNode value, String path) {
		if (!value.isString() && !value.isIntegralNumber()) {
			return Optional.empty();
		}
		try {
			return Optional.of(EdtfDate.parse(value.asString()));
		} catch (DateTimeParseException e) {
			mistake(path, String.valueOf(e.getMessage()));
			return Optional.empty();
		}
	}

	private void span(JsonNode value, String path) {
		Optional<EdtfDate> start = date(value.path("start"), path + ".start");
		Optional<EdtfDate> end = date(value.path("end"), path + ".end");
		if (start.isPresent() && end.isPresent() && end.get().latest().isBefore(start.get().earliest())) {
			mistake(path + ".end",
					"the period ends before it starts: %s lies before %s; the end is the first day after it"
							.formatted(end.get(), start.get()));
		}
	}

	private void evidence(Shape holder, ObjectNode node, ObjectNode evidence, String path) {
		List<String> known = holder.fields().stream().map(Shape.Field::name)
				.filter(it -> !it.equals("id") && !it.equals("evidence")).toList();
		int index = 0;
		for (JsonNode field : evidence.path("fields")) {
			String name = field.asString("");
			if (!known.contains(name) && !namesValue(holder, node, name)) {
				mistake("%s.fields[%d]".formatted(path, index),
						"%s has no field '%s'%s".formatted(
								holder.equals(draft.shape())
										? Quote.of(draft.kind())
										: "a " + holder.type().getSimpleName().toLowerCase(Locale.ROOT),
								Quote.shortened(name), Quote.suggestion(name, known)));
			}
			index++;
		}
		boolean disputes = evidence.path("stance").asString("").equals(Stance.DISPUTES.name());
		if (disputes && index > 0 && !evidence.has("otherValue")) {
			mistake(path + ".otherValue",
					"evidence that disputes a field has to give the other value; write what the source says instead");
		}
	}

	// One of several that a field refers to: motivatedBy.concern/privacy.
	private static boolean namesValue(Shape holder, ObjectNode node, String name) {
		return holder.fields().stream().filter(it -> it.many() && it.content() instanceof Content.Reference)
				.anyMatch(it -> node.path(it.name()).valueStream()
						.anyMatch(value -> name.equals(Evidence.field(it.name(), value.asString("")))));
	}

	private void mistake(String path, String message) {
		mistakes.add(draft.document().mistake(path, message));
	}
}
