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
import org.imprimatur.knowledge.Category.Places;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Party;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Reads, norm by norm, what a party may do in one world in which every date is certain; who belongs to what need not
 * be.
 */
record NaiveReader(Map<String, Entity> world, Oracle oracle, LocalDate day, Party party, Action action,
		@Nullable Party recipient, @Nullable String destination) {

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

	// One for some of those asked about leaves the norm for the others.
	private Truth excepted(Condition norm) {
		return inForce().stream().filter(it -> it.modality() == Modality.PERMISSION && it.action() == norm.action()
				&& it.exceptionTo().contains(new Ref<Condition>(norm.id()))
				&& it.bearers().stream().noneMatch(bearer -> isSomeOf(party, bearer.id()))
				&& (it.scope().recipients().isEmpty() || same(it.scope().recipients(), norm.scope().recipients())
						|| it.scope().recipients().stream().anyMatch(one -> isAtDestination(one.id())
								|| recipient != null && !isSomeOf(recipient, one.id())))
				&& (it.scope().purpose() == null || it.scope().purpose().equals(norm.scope().purpose()))
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
		Truth bound = norm.bearers().isEmpty()
				? Truth.TRUE
				: norm.bearers().stream().map(it -> meant(party, it.id(), norm, norm.scope().subsidiaries()))
						.reduce(Truth.FALSE, Truth::or);
		List<Ref<Party>> recipients = norm.scope().recipients();
		return recipients.isEmpty()
				? bound
				: bound.and(recipients.stream().map(it -> towards(it.id(), norm)).reduce(Truth.FALSE, Truth::or));
	}

	private Truth towards(String named, Condition norm) {
		if (isAtDestination(named)) {
			return Truth.TRUE;
		}
		if (recipient == null) {
			return Truth.of(destination == null || !isOfDestinationsOnly(named));
		}
		return meant(recipient, named, norm, false);
	}

	private boolean isAtDestination(String named) {
		return world.values().stream().filter(Category.class::isInstance).map(Category.class::cast)
				.filter(it -> it.id().equals(named) || it.partOf() != null && it.partOf().id().equals(named))
				.anyMatch(it -> destination != null && places(it).destinations().contains(destination));
	}

	private boolean isOfDestinationsOnly(String named) {
		return world.get(named) instanceof Category category && !places(category).destinations().isEmpty()
				&& places(category).seats().isEmpty();
	}

	private static Places places(Category category) {
		return category.test() == null || category.test().places() == null
				? new Places(List.of(), List.of(), List.of())
				: category.test().places();
	}

	private Truth meant(Party one, String named, Condition norm, boolean subsidiaries) {
		boolean parent = one.id().equals("company/c1") && named.equals("company/c0");
		if (named.equals(one.id()) || parent && subsidiaries) {
			return Truth.TRUE;
		}
		if (one instanceof Category asked) {
			boolean within = asked.partOf() != null && asked.partOf().id().equals(named);
			boolean elsewhere = one == recipient && destination != null && isOfDestinationsOnly(named);
			boolean may = isSomeOf(one, named) || world.get(named) instanceof Category && !elsewhere;
			return within ? Truth.TRUE : may ? Truth.UNCERTAIN : Truth.FALSE;
		}
		if (!(world.get(named) instanceof Category category)) {
			return Truth.FALSE;
		}
		boolean known = oracle.belongs(one, named, norm, day)
				|| one.id().equals("company/c1") && subsidiaries
						&& oracle.belongs(Objects.requireNonNull(world.get("company/c0")), named, norm, day);
		boolean listed = category.members().stream().anyMatch(it -> it.member().id().equals(one.id())
				|| Boolean.TRUE.equals(it.subsidiaries()) && one.id().equals("company/c1"));
		boolean placed = category.test() != null && category.test().places() != null;
		boolean open = destination == null && one == recipient;
		boolean surelyNot = placed ? !open : listed;
		return known ? Truth.TRUE : surelyNot ? Truth.FALSE : Truth.UNCERTAIN;
	}

	/** Whether the one named is a member or a part of the category that is asked about. */
	private boolean isSomeOf(Party asked, String named) {
		return asked instanceof Category category
				&& (category.members().stream().anyMatch(it -> it.member().id().equals(named))
						|| world.get(named) instanceof Category part && part.partOf() != null
								&& part.partOf().id().equals(asked.id()));
	}
}
