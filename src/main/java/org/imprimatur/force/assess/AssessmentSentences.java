package org.imprimatur.force.assess;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.force.assess.AssessmentRule.Borne;
import org.imprimatur.force.assess.PartyReading.Meant;
import org.imprimatur.force.derivation.Wording;
import org.imprimatur.force.derivation.State;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Names;
import org.imprimatur.knowledge.Party;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Territory;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/** Puts an assessment into sentences for people. */
final class AssessmentSentences {

	private final Facts facts;
	private final Model model;
	private final Party party;
	private final @Nullable Party recipient;
	private final Action action;
	private final @Nullable String destination;
	private final Wording wording;
	private final String day;

	AssessmentSentences(Facts facts, Model model, Asked asked, EdtfDate day) {
		this.facts = facts;
		this.model = model;
		this.party = asked.party();
		this.recipient = asked.recipient();
		this.action = asked.action();
		this.destination = asked.destination();
		this.wording = new Wording(facts);
		this.day = Wording.day(day);
	}

	/** The outcome. */
	String outcome(Permissibility outcome, boolean limited, List<Ref<Condition>> suspended) {
		String who = wording.name(party);
		String act = wording.act(action, model)
				+ (recipient == null ? "" : " %s %s".formatted(Wording.towards(action), wording.name(recipient)))
				+ (destination == null
						? ""
						: "%s in %s".formatted(
								recipient == null && action == Action.EXPORT ? " to a destination" : "",
								Territory.name(destination)));
		String part = limited
				? " in some cases: the %s is limited to some recipients, data or purposes, or has exceptions"
				: "";
		return switch (outcome) {
			case PROHIBITED -> "On %s, %s may not %s%s.".formatted(day, who, act, part.formatted("prohibition"));
			case LICENCE_REQUIRED ->
				"On %s, %s needs %s to %s%s.".formatted(day, who, Wording.clearance(action), act,
						part.formatted("requirement"));
			case PERMITTED -> "On %s, %s may %s, as far as the conditions known say.".formatted(day, who, act);
			case NOT_ADDRESSED -> """
				Nothing that the sources tell of forbids %s to %s on %s, or requires %s for it; this is no \
				proof that it is allowed.%s""".formatted(who, act, day, Wording.clearance(action),
					suspended.isEmpty() ? "" : " Suspended on that day: %s.".formatted(wording.names(suspended)));
			case UNDETERMINED -> "Whether %s may %s on %s is not settled by what is known.".formatted(who, act, day);
		};
	}

	/** What a norm that the party bears means for it. */
	String norm(Borne norm) {
		return Names.sentence(borne(norm) + force(norm));
	}

	/** What a norm that others bear means for the party as a recipient. */
	String towards(Borne norm) {
		List<Ref<Party>> bearers = norm.condition().bearers();
		String who = bearers.isEmpty() ? "everybody" : wording.names(bearers);
		return Names.sentence(
				"%s, %s %s%s".formatted(said(norm, who, ""), Wording.towards(norm.condition().action()),
						who(party, norm.towards()), force(norm)));
	}

	private static String force(Borne norm) {
		return norm.binding() ? "" : ", which does not bind in law";
	}

	/**
	 * What is open about a norm.
	 *
	 * @param from the norm that it is an exception to, if it is one
	 */
	Stream<String> open(Borne norm, Optional<Borne> from) {
		String name = wording.name(norm.condition());
		String excepting = from.map(it -> ", an exception to %s,".formatted(wording.name(it.condition()))).orElse("");
		Stream<String> state = norm.applied().state() == State.IN_FORCE
				? Stream.empty()
				: Stream.of(
						Names.sentence("whether %s%s applies on %s is uncertain".formatted(name, excepting, day)));
		Stream<String> bearer = open(party, norm.meant(), name + excepting, "%s is borne by %s only, not by all of %s",
				"%s holds for these alone");
		Stream<String> towards = recipient == null
				? Stream.empty()
				: open(recipient, norm.towards(), name + excepting, "%s holds towards %s only, not towards all of %s",
						"%s holds towards these alone");
		return Stream.of(state, bearer, towards).flatMap(it -> it);
	}

	/** Why a norm on another action leaves this one open. */
	Stream<String> bearing(Borne norm) {
		return Stream.of(Names.sentence("%s; this may bear on whether %s may %s".formatted(borne(norm),
				wording.name(party), wording.act(action, model))));
	}

	private Stream<String> open(Party one, Meant meant, String norm, String partly, String holds) {
		if (meant.truth() == Truth.TRUE) {
			return Stream.empty();
		}
		String as = as(meant);
		boolean inWords = meant.as() != null && facts.find(meant.as().id(), Category.class)
				.filter(it -> it.members().isEmpty() && it.test() == null).isPresent();
		return Stream.of(Names.sentence(meant.partly()
				? partly.formatted(norm, as, wording.name(one))
				: "it is not known whether %s is among %s%s, and %s".formatted(wording.name(one), as,
						inWords ? ", of which the sources name no member" : "", holds.formatted(norm))));
	}

	private String borne(Borne norm) {
		return said(norm, who(party, norm.meant()), isItself(party, norm.meant()) ? "" : ",") + limits(norm);
	}

	// What follows whoever it is goes on after the comma that ends what is said of him.
	private String said(Borne norm, String who, String comma) {
		String name = wording.name(norm.condition());
		String act = wording.act(norm.condition().action(), model);
		boolean certain = norm.certain();
		return switch (norm.condition().modality()) {
			case PROHIBITION -> "%s %s %s%s to %s".formatted(name, certain ? "forbids" : "may forbid", who, comma, act);
			case LICENCE_REQUIRED -> "%s %s %s necessary for %s%s to %s".formatted(name,
					certain ? "makes" : "may make", Wording.clearance(norm.condition().action()), who, comma, act);
			case PERMISSION -> "%s %s %s%s %s".formatted(name, certain ? "lets" : "may let", who, comma, act);
			case OBLIGATION -> "%s%s %s %s".formatted(who, comma, duty(norm), name);
		};
	}

	private String duty(Borne norm) {
		boolean several = facts.find(party.id(), Category.class).isPresent();
		if (norm.binding()) {
			return (norm.certain() ? several ? "have" : "has" : "may have") + " the duty";
		}
		return (norm.certain() ? several ? "are" : "is" : "may have") + " to keep to";
	}

	private String who(Party one, Meant meant) {
		if (isItself(one, meant)) {
			return wording.name(one);
		}
		String sure = isCategory(meant) ? "as one of" : "as part of";
		return "%s, %s %s".formatted(wording.name(one), meant.truth() == Truth.TRUE ? sure : "if among", as(meant));
	}

	private static boolean isItself(Party one, Meant meant) {
		return meant.as() == null || meant.as().id().equals(one.id());
	}

	private boolean isCategory(Meant meant) {
		return meant.as() != null && facts.find(meant.as().id(), Category.class).isPresent();
	}

	private String as(Meant meant) {
		Ref<?> as = meant.as();
		return as == null
				? "everybody"
				: facts.find(as.id(), Category.class).map(it -> "“%s”".formatted(it.name()))
						.orElseGet(() -> wording.name(as));
	}

	private String limits(Borne norm) {
		return recipient == null || norm.towards().as() == null
				? wording.limits(norm.condition())
				: ", %s %s%s".formatted(Wording.towards(norm.condition().action()), who(recipient, norm.towards()),
						wording.matter(norm.condition().scope()));
	}
}
