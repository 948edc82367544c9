package org.imprimatur.force;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.imprimatur.force.assess.Permissibility;
import org.imprimatur.force.derivation.State;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Party;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.Truth;

/**
 * Reads, norm by norm, what a party may do in one world in which every date is certain; who belongs to what need not
 * be.
 */
record NaiveReader(Map<String, Entity> world, Oracle oracle, LocalDate day, Party party, Action action) {

	private static final String ALL_FIRMS = "category/all-firms";

	Permissibility outcome() {
		Permissibility sure = Permissibility.NOT_ADDRESSED;
		Set<Permissibility> possible = EnumSet.noneOf(Permissibility.class);
		for (Condition norm : inForce()) {
			boolean bearing = action == Action.PROVIDE && norm.action() == Action.EXPORT;
			if (norm.action() != action && !bearing || norm.modality() == Modality.OBLIGATION) {
				continue;
			}
			boolean permits = norm.modality() == Modality.PERMISSION;
			Truth bound = permits ? meant(norm) : meant(norm).and(excepted(norm).not());
			if (bearing) {
				bound = permits ? Truth.FALSE : bound.and(Truth.UNCERTAIN);
			}
			Permissibility level = switch (norm.modality()) {
				case PROHIBITION -> Permissibility.PROHIBITED;
				case LICENCE_REQUIRED -> Permissibility.LICENCE_REQUIRED;
				default -> Permissibility.PERMITTED;
			};
			if (bound == Truth.TRUE && level.compareTo(sure) < 0) {
				sure = level;
			}
			if (bound == Truth.UNCERTAIN) {
				possible.add(level);
			}
		}
		Permissibility least = sure;
		return possible.stream().anyMatch(it -> it.compareTo(least) < 0) ? Permissibility.UNDETERMINED : sure;
	}

	private Truth excepted(Condition norm) {
		return inForce().stream().filter(it -> it.modality() == Modality.PERMISSION && it.action() == norm.action()
				&& it.exceptionTo().contains(new Ref<Condition>(norm.id()))
				&& (it.scope().recipients().isEmpty() || same(it.scope().recipients(), norm.scope().recipients()))
				&& (it.scope().data().isEmpty() || same(it.scope().data(), norm.scope().data())))
				.map(this::meant).reduce(Truth.FALSE, Truth::or);
	}

	private static boolean same(Collection<?> one, Collection<?> other) {
		return new HashSet<>(one).equals(new HashSet<>(other));
	}

	private List<Condition> inForce() {
		return world.values().stream().filter(Condition.class::isInstance).map(Condition.class::cast)
				.filter(it -> world.values().stream().anyMatch(by -> by instanceof Instrument act && act.binding()
						&& new Oracle.Answer(State.IN_FORCE, null).equals(oracle.answer(act.id(), it.id(), day))))
				.toList();
	}

	private Truth meant(Condition norm) {
		return norm.bearers().isEmpty()
				? Truth.TRUE
				: norm.bearers().stream().map(it -> meant(it.id(), norm)).reduce(Truth.FALSE, Truth::or);
	}

	private Truth meant(String bearer, Condition norm) {
		boolean parent = party.id().equals("company/c1") && bearer.equals("company/c0");
		if (bearer.equals(party.id()) || parent && norm.scope().subsidiaries()) {
			return Truth.TRUE;
		}
		if (party instanceof Category) {
			return category(bearer);
		}
		if (!(world.get(bearer) instanceof Category category)) {
			return Truth.FALSE;
		}
		boolean known = oracle.belongs(party, bearer, norm, day)
				|| parent && norm.scope().subsidiaries()
						&& oracle.belongs(Objects.requireNonNull(world.get("company/c0")), bearer, norm, day);
		boolean listed = category.members().stream().anyMatch(it -> it.member().id().equals(party.id()));
		return known ? Truth.TRUE : listed ? Truth.FALSE : Truth.UNCERTAIN;
	}

	private Truth category(String bearer) {
		Category asked = (Category) party;
		if (bearer.equals(ALL_FIRMS) && asked.partOf() != null) {
			return Truth.TRUE;
		}
		boolean some = asked.members().stream().anyMatch(it -> it.member().id().equals(bearer));
		return some || world.get(bearer) instanceof Category ? Truth.UNCERTAIN : Truth.FALSE;
	}
}
