package org.imprimatur.force.record;

import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.knowledge.Category.Membership;
import org.imprimatur.knowledge.Category.Places;
import org.imprimatur.knowledge.Category.Test;
import org.imprimatur.knowledge.Category.Threshold;
import org.imprimatur.knowledge.Condition.Finding;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.EvidencedPart;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Model.Release;
import org.imprimatur.knowledge.Names;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.RelativeDate;
import org.imprimatur.knowledge.Scope;
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
record ValueWords(Facts facts) {

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
			case Ref<?> it -> name(it);
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

	/** Several values of a field, each in words. */
	String several(List<String> values) {
		return values.isEmpty() ? "nothing recorded" : Names.listSome(values);
	}

	/** A part in words is what it says, without how that is known. */
	String ofPart(Object part) {
		return switch (part) {
			case Scope it -> scope(it);
			case Test it -> test(it);
			case Membership it -> name(it.member()) + (it.by() == null ? "" : " (by %s)".formatted(name(it.by())))
					+ (it.period() == null ? "" : " (%s)".formatted(period(it.period())));
			case Finding it -> it.outcome().name().toLowerCase(Locale.ROOT) + " " + it.day().when()
					+ (it.by() == null ? "" : ", as %s found".formatted(name(it.by())));
			case Release it -> "released " + it.date().when()
					+ (it.territory() == null ? "" : " in " + Territory.name(it.territory()))
					+ (it.to() == null ? "" : " to " + it.to());
			default -> fields(part);
		};
	}

	private String scope(Scope scope) {
		List<String> covered = Stream.of(scope.models(), scope.companies(), scope.categories()).flatMap(List::stream)
				.map(this::name).toList();
		return (covered.isEmpty() ? "the whole" : Names.list(covered))
				+ then(", as to ", scope.data().stream().map(this::name))
				+ then(", towards ", scope.recipients().stream().map(this::name))
				+ (scope.purpose() == null ? "" : ", for the purpose “%s”".formatted(scope.purpose()))
				+ then(", in ", scope.territory().stream().map(Territory::name))
				+ then(", but not ", scope.exclusions().stream().map(this::name));
	}

	private String test(Test test) {
		String what = switch (test.kind()) {
			case MODEL -> "models";
			case SERVICE -> "services";
			case HARDWARE -> "hardware";
			case null -> test.places() == null ? "whatever is" : "whoever is";
		};
		return what + Stream.of(test.trainingCompute() == null ? "" : trained(test.trainingCompute()),
				released(test), test.places() == null ? "" : places(test.places()))
				.filter(it -> !it.isEmpty()).collect(Collectors.joining(" and"));
	}

	private static String released(Test test) {
		String when = test.released() == null ? "" : " " + period(test.released());
		String where = test.territory() == null ? "" : " in " + Territory.name(test.territory());
		return when.isEmpty() && where.isEmpty() ? "" : " released" + when + where;
	}

	private static String places(Places places) {
		return Stream.of(then(" in ", places.destinations().stream().map(Territory::name)),
				then(" established in ", places.seats().stream().map(Territory::name)),
				then(" owned from ", places.parentSeats().stream().map(Territory::name)))
				.filter(it -> !it.isEmpty()).collect(Collectors.joining(" or"));
	}

	private static String trained(Threshold compute) {
		return Stream.concat(Stream.ofNullable(compute.moreThan()).map("more than %s"::formatted),
				Stream.ofNullable(compute.atLeast()).map("at least %s"::formatted))
				.collect(Collectors.joining(" and ", " trained with ", " operations"));
	}

	private static String then(String words, Stream<String> names) {
		List<String> listed = names.toList();
		return listed.isEmpty() ? "" : words + Names.list(listed);
	}

	private String name(Ref<?> ref) {
		return facts.find(ref.id(), Entity.class).map(entity -> Names.of(entity, facts))
				.orElseGet(() -> "a certain " + Kind.ofId(ref.id()).prefix());
	}

	private String fields(Object part) {
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
		return start.isEmpty()
				? end.isEmpty() ? "since a day that is not known" : "up" + end
				: start + end;
	}
}
