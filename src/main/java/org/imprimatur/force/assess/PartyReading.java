package org.imprimatur.force.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.scope.Belonging;
import org.imprimatur.knowledge.Agency;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Company;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Party;
import org.imprimatur.knowledge.Person;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Reads whom a norm names: whether a party is one of them. A category lists those who are known to belong to it, so
 * that it is open whether another party does; only whoever is listed, and not on the day, surely does not, and whoever
 * is in none of the places that it tests.
 */
final class PartyReading {

	/** Somebody of whom nothing is known. */
	static final Party SOMEBODY = new Person("", "", List.of(), List.of(), List.of());

	private final AdmittedRecord record;
	private final Party party;
	private final Belonging belonging;
	private final EdtfDate day;

	PartyReading(AdmittedRecord record, Party party, Belonging belonging, EdtfDate day) {
		this.record = record;
		this.party = party;
		this.belonging = belonging;
		this.day = day;
	}

	/**
	 * Whether the party is meant.
	 *
	 * @param as as whom: the party itself, one that it is part of, or a category; {@code null} if nobody is named
	 * @param partly whether only some of those asked about surely are meant
	 */
	record Meant(Truth truth, @Nullable Ref<? extends Entity> as, boolean partly) {

		/** Where nobody is named, everybody is meant. */
		static final Meant ANYBODY = new Meant(Truth.TRUE, null, false);

		/** Where nobody is asked about, some of all are meant. */
		static final Meant SOMEBODY = new Meant(Truth.TRUE, null, true);

		/** The same where whoever is not surely meant is not. */
		Meant onlyIfSure() {
			return truth == Truth.TRUE ? this : new Meant(Truth.FALSE, as, partly);
		}

		/** The same where it is not certain who is named. */
		Meant unless(Truth known) {
			return known == Truth.TRUE ? this : new Meant(Truth.UNCERTAIN, as, partly);
		}
	}

	/**
	 * Whether one of those named is the party, or the party is part of it or belongs to it.
	 *
	 * @param subsidiaries whether a company's subsidiaries are meant with it
	 */
	Meant among(List<? extends Ref<? extends Party>> named, boolean subsidiaries) {
		return named.stream().map(it -> meant(it, subsidiaries)).max(Comparator.comparing(Meant::truth))
				.orElse(new Meant(Truth.FALSE, null, false));
	}

	/** Whether it is a category in which nobody is known of the kind that the party is. */
	boolean namesNobodyOfItsKind(Meant meant) {
		return meant.as() != null && record.facts().find(meant.as().id(), Category.class)
				.filter(it -> it.members().stream()
						.noneMatch(member -> Kind.ofId(member.member().id()) == Kind.ofId(party.id())))
				.isPresent();
	}

	private Meant meant(Ref<? extends Party> named, boolean subsidiaries) {
		List<Entity> line = line(subsidiaries);
		if (line.stream().anyMatch(it -> it.id().equals(named.id()))) {
			return new Meant(Truth.TRUE, named, false);
		}
		Optional<Category> category = record.facts().find(named.id(), Category.class);
		Truth belongs = category.map(it -> line.stream().map(one -> belongs(one, it)).reduce(Truth.FALSE, Truth::or))
				.orElse(Truth.FALSE);
		boolean partly = belongs != Truth.TRUE && party instanceof Category asked
				&& (isListed(asked, named.id()) || category.filter(it -> isWithin(it, asked.id())).isPresent());
		return new Meant(partly ? Truth.UNCERTAIN : belongs, named, partly);
	}

	private Truth belongs(Entity one, Category category) {
		Truth known = belonging.ways(one, category.id(), day).stream().map(Belonging.Way::truth)
				.reduce(Truth.FALSE, Truth::or);
		boolean listed = category.members().stream()
				.anyMatch(it -> belonging.names(it, one) && record.known(category, it) == Truth.TRUE);
		return known.possible() || listed ? known : open(category);
	}

	// Nobody is known to be all who belong to it, unless it is one of models or its test says who they are.
	private Truth open(Category category) {
		boolean tested = category.test() != null && category.test().places() != null
				&& record.known(category, "test") == Truth.TRUE;
		return tested || belonging.ofModels(category.id()) ? Truth.FALSE : Truth.UNCERTAIN;
	}

	private static boolean isListed(Category category, String id) {
		return category.members().stream().anyMatch(it -> it.member().id().equals(id));
	}

	private boolean isWithin(Category narrow, String wide) {
		return above(narrow).stream().anyMatch(it -> it.id().equals(wide));
	}

	// An order to an authority binds its bureaus, and one to a category whatever is a part of it.
	private List<Entity> line(boolean subsidiaries) {
		boolean single = party instanceof Company && !subsidiaries;
		return single ? List.of(party) : above(party);
	}

	private List<Entity> above(Entity first) {
		List<Entity> line = new ArrayList<>();
		Optional<? extends Entity> next = Optional.of(first);
		while (next.isPresent() && !line.contains(next.get())) {
			line.add(next.get());
			next = parent(next.get()).flatMap(it -> record.facts().find(it.id(), Entity.class));
		}
		return line;
	}

	private static Optional<Ref<? extends Entity>> parent(Entity it) {
		return Optional.ofNullable(switch (it) {
			case Company company -> company.parent();
			case Agency agency -> agency.parent();
			case Category category -> category.partOf();
			default -> null;
		});
	}
}
