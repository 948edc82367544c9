package org.imprimatur.force.judge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.force.record.Days;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Names;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Truth;

/** Puts findings into sentences for people. */
public final class Sentences {

	private final Facts facts;
	private final EdtfDate day;

	public Sentences(Facts facts, EdtfDate day) {
		this.facts = facts;
		this.day = day;
	}

	/** What a reader would call it: "the letter of 12 June 2026". */
	public String name(Entity entity) {
		return Names.of(entity);
	}

	public String name(Ref<?> ref) {
		return facts.find(ref.id(), Entity.class).map(this::name).orElse(ref.id());
	}

	/** The names of several: "the Garante and the Tribunal of Rome". */
	public String names(List<? extends Ref<?>> refs) {
		return refs.stream().map(this::name).collect(Collectors.joining(" and "));
	}

	/** What an effect does: "the letter of 30 June 2026 revoked the letter of 12 June 2026". */
	public String effect(Effect effect, Instrument by) {
		return "%s %s %s".formatted(name(by), done(effect), name(effect.target()));
	}

	public String reach(Instrument instrument, ScopeReading.Route route) {
		List<Ref<Entity>> via = route.via();
		String model = name(via.getFirst());
		String named = name(via.getLast());
		String sure = route.truth() == Truth.TRUE ? "" : ", which is uncertain on the day";
		return sentence(switch (route.reach()) {
			case DIRECT -> "%s names %s".formatted(name(instrument), model);
			case FAMILY -> "%s names %s and its variants, of which %s is one".formatted(name(instrument), named, model);
			case COMPANY -> "%s names %s, which %s %s".formatted(name(instrument), named, does(via), model);
			case CATEGORY -> "%s names %s, to which %s belongs".formatted(name(instrument), named,
					via.stream().limit(via.size() - 1L).map(this::name).collect(Collectors.joining(" through ")));
		} + sure);
	}

	private String does(List<Ref<Entity>> via) {
		Optional<Model> model = facts.find(via.getFirst().id(), Model.class);
		Ref<?> company = via.getLast();
		if (model.map(Model::developer).filter(it -> it.id().equals(company.id())).isPresent()) {
			return "makes";
		}
		boolean deployer = model.stream().flatMap(it -> it.deployers().stream())
				.anyMatch(it -> it.id().equals(company.id()));
		return deployer ? "offers" : "controls a company that makes or offers";
	}

	public String effect(Effect effect, Instrument by, Optional<EdtfDate> first, Truth operates) {
		String target = name(effect.target());
		String since = effect.kind() == Effect.EffectKind.ANNULS
				? " from its beginning"
				: first.filter(it -> !it.equals(Days.ALWAYS)).map(it -> " from " + day(it)).orElse("");
		return sentence(switch (operates) {
			case TRUE -> "%s %s %s%s".formatted(name(by), done(effect), target, since);
			case UNCERTAIN -> "%s %s %s%s, but whether this operates on %s is uncertain".formatted(name(by),
					done(effect), target, since, day(day));
			case FALSE -> "%s %s %s%s, but this does not operate on %s".formatted(name(by), done(effect), target,
					since, day(day));
		});
	}

	public String start(Entity entity, EdtfDate start) {
		return sentence(switch (Days.reached(start, day)) {
			case TRUE -> "%s took effect %s".formatted(name(entity), on(start));
			case UNCERTAIN ->
				"%s took effect %s, which may be after %s".formatted(name(entity), on(start), day(day));
			case FALSE -> "%s takes effect only %s".formatted(name(entity), on(start));
		});
	}

	public String end(Entity entity, EdtfDate end) {
		return sentence(switch (Days.reached(end, day)) {
			case TRUE -> "%s expired %s".formatted(name(entity), on(end));
			case UNCERTAIN -> "%s expires %s, which may be by %s".formatted(name(entity), on(end), day(day));
			case FALSE -> "%s does not expire before %s".formatted(name(entity), day(end));
		});
	}

	public String found(String name, String outcome, Optional<EdtfDate> found) {
		Truth truth = Days.reached(found.orElse(null), day);
		return sentence(truth == Truth.FALSE
				? "%s had not been found %s by %s".formatted(name, outcome, day(day))
				: "%s was found %s %s%s".formatted(name, outcome, found.map(this::on).orElse(""),
						truth == Truth.TRUE ? "" : ", which is not certain to be by " + day(day)));
	}

	public String ended(String norms, Truth truth) {
		return sentence(switch (truth) {
			case TRUE -> "%s, from which it is an exception, had ended".formatted(norms);
			case UNCERTAIN -> "%s, from which it is an exception, may have ended".formatted(norms);
			case FALSE -> "%s, from which it is an exception, had not ended".formatted(norms);
		});
	}

	public String day(EdtfDate date) {
		boolean written = !date.text().equals(Days.UNKNOWN.text()) && !date.text().equals(Days.ALWAYS.text());
		return written ? Names.day(date) : "an unknown day";
	}

	private String on(EdtfDate date) {
		String day = day(date);
		boolean month = Character.isUpperCase(day.charAt(0)) || day.matches("\\d{4}.*");
		return (month ? "in " : "on ") + day;
	}

	public static String sentence(String words) {
		return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
	}

	/** A sentence as a part of another. */
	public static String clause(String sentence) {
		return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1, sentence.length() - 1);
	}

	private static String done(Effect effect) {
		return switch (effect.kind()) {
			case REVOKES -> "revoked";
			case SUPERSEDES -> "superseded";
			case SUSPENDS -> "suspended";
			case ANNULS -> "annulled";
			case AMENDS -> "amended";
			case UPHOLDS -> "upheld";
		};
	}
}
