package org.imprimatur.force.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.knowledge.Agency;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Company;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Party;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Reads where a party is: where it receives what it is given, where it has its seat, and where its ultimate parent has
 * one. What is not known may be anywhere.
 */
final class PlaceReading {

	private final AdmittedRecord record;
	private final @Nullable String destination;

	/**
	 * @param destination where the party that is asked about receives what it is given, if that is known
	 */
	PlaceReading(AdmittedRecord record, @Nullable String destination) {
		this.record = record;
		this.destination = destination;
	}

	/** Whether the party is in one of the places. */
	Truth among(Category.Places places, Party party) {
		return in(places.destinations(), destination).or(seat(places.seats(), party))
				.or(ultimateParent(party).map(it -> seat(places.parentSeats(), it))
						.orElse(Truth.of(!places.parentSeats().isEmpty()).and(Truth.UNCERTAIN)));
	}

	private Truth seat(List<String> places, Party party) {
		return switch (party) {
			case Company it -> record.by(it, "jurisdiction", in(places, it.jurisdiction()));
			case Agency it -> record.by(it, "jurisdiction", in(places, it.jurisdiction()));
			default -> in(places, null);
		};
	}

	// Whoever has no parent is its own; one that is named and not in the facts is not known.
	private Optional<Party> ultimateParent(Party first) {
		List<Party> line = new ArrayList<>();
		Optional<Party> next = Optional.of(first);
		while (next.isPresent() && !line.contains(next.get())) {
			line.add(next.get());
			Ref<? extends Entity> parent = parent(next.get());
			if (parent == null) {
				return next;
			}
			next = record.facts().find(parent.id(), Party.class);
		}
		return Optional.empty();
	}

	private static @Nullable Ref<? extends Entity> parent(Party party) {
		return switch (party) {
			case Company it -> it.parent();
			case Agency it -> it.parent();
			default -> null;
		};
	}

	// A place that only holds one of them may be there or not.
	private static Truth in(List<String> places, @Nullable String place) {
		if (places.isEmpty()) {
			return Truth.FALSE;
		}
		if (place == null) {
			return Truth.UNCERTAIN;
		}
		boolean around = places.stream().anyMatch(it -> Territories.cover(List.of(place), it));
		return Territories.cover(places, place) ? Truth.TRUE : around ? Truth.UNCERTAIN : Truth.FALSE;
	}
}
