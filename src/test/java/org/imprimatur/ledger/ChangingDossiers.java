package org.imprimatur.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.imprimatur.force.GeneratedHistories;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Company;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.References;
import org.imprimatur.knowledge.Source;
import org.imprimatur.knowledge.Withdrawal;
import org.imprimatur.time.EdtfDate;

/**
 * Dossiers that change at random in all the ways that they can: facts become others, come, move, are withdrawn and
 * merged. They are told by several generated histories, of which each entity has its state from one.
 */
final class ChangingDossiers {

	private static final int HISTORIES = 6;
	private static final List<String> DOSSIERS = List.of("dossier/d0", "dossier/d1", "dossier/d2");

	private final Random random;
	/** All the states that an id has in any of the histories. */
	private final Map<String, List<Entity>> states = new TreeMap<>();
	private final Map<String, Entity> entities = new TreeMap<>();
	private final Map<String, String> places = new HashMap<>();
	private final Map<String, List<Withdrawal>> withdrawn = new HashMap<>();
	private Map<String, DossierContents> published = Map.of();

	ChangingDossiers(long seed) {
		random = new Random(seed);
		for (long history = 0; history < HISTORIES; history++) {
			GeneratedHistories.vague(seed * HISTORIES + history, 4, 2, history % 2 == 0).entities()
					.forEach(it -> states.computeIfAbsent(it.id(), id -> new ArrayList<>()).add(it));
		}
		states.keySet().forEach(this::restate);
	}

	/** Changes something, and tells what those dossiers say that say something else than before. */
	List<DossierContents> change() {
		withdrawn.clear();
		List<String> ids = List.copyOf(states.keySet());
		for (int changes = random.nextInt(6); changes > 0; changes--) {
			restate(pick(ids));
		}
		complete();
		if (random.nextInt(3) == 0) {
			merge(random.nextBoolean() ? Model.class : Company.class);
		}
		for (int departures = random.nextInt(4); departures > 0; departures--) {
			depart();
		}
		if (random.nextInt(3) == 0) {
			places.put(pick(List.copyOf(entities.keySet())), pick(DOSSIERS));
		}
		Map<String, DossierContents> before = published;
		published = DOSSIERS.stream().collect(Collectors.toMap(id -> id, this::contents));
		return published.values().stream().filter(it -> !it.equals(before.get(it.dossier().id()))).toList();
	}

	/** All that the dossiers say. */
	Facts facts() {
		return new Facts(published.values().stream().flatMap(DossierContents::all).toList());
	}

	private void restate(String id) {
		entities.put(id, pick(Objects.requireNonNull(states.get(id))));
		places.computeIfAbsent(id, it -> pick(DOSSIERS));
	}

	/** Tells whatever is referred to and is not told. */
	private void complete() {
		Set<String> missing = referredTo();
		missing.retainAll(states.keySet());
		missing.removeAll(entities.keySet());
		if (!missing.isEmpty()) {
			missing.forEach(this::restate);
			complete();
		}
	}

	private void merge(Class<? extends Entity> kind) {
		List<Entity> alike = entities.values().stream().filter(kind::isInstance).toList();
		Entity gone = pick(alike);
		List<Entity> successors = alike.stream()
				.filter(it -> !it.equals(gone) && !References.of(it).contains(gone.id())).toList();
		if (!successors.isEmpty()) {
			String successor = pick(successors).id();
			entities.remove(gone.id());
			entities.replaceAll((id, it) -> CanonicalForm.read(id, CanonicalForm.write(it)
					.replace("\"%s\"".formatted(gone.id()), "\"%s\"".formatted(successor))));
			withdraw(new Withdrawal(gone.id(), "It is the same", new Ref<>(successor)));
		}
	}

	/** What nothing refers to departs: with a reason of its own, or with that of the publication. */
	private void depart() {
		Set<String> free = new TreeSet<>(entities.keySet());
		free.removeAll(referredTo());
		Optional.of(List.copyOf(free)).filter(it -> !it.isEmpty()).map(this::pick).ifPresent(id -> {
			entities.remove(id);
			if (random.nextBoolean()) {
				withdraw(new Withdrawal(id, "It never was", null));
			}
		});
	}

	private void withdraw(Withdrawal withdrawal) {
		withdrawn.computeIfAbsent(places.get(withdrawal.id()), id -> new ArrayList<>()).add(withdrawal);
	}

	private Set<String> referredTo() {
		Set<String> ids = new TreeSet<>();
		entities.values().forEach(it -> ids.addAll(References.of(it)));
		return ids;
	}

	private DossierContents contents(String id) {
		List<Entity> held = entities.values().stream().filter(it -> id.equals(places.get(it.id()))).toList();
		List<Ref<Entity>> subjects = held.stream().filter(it -> it instanceof Model || it instanceof Company)
				.map(it -> new Ref<>(it.id())).toList();
		List<Ref<Source>> sources = held.stream().flatMap(it -> References.of(it).stream())
				.filter(it -> it.startsWith("source/")).distinct().sorted().map(it -> new Ref<Source>(it)).toList();
		return new DossierContents(
				new Dossier(id, id, subjects, EdtfDate.parse("2026-12-31"), null, List.of(), sources),
				held,
				List.copyOf(withdrawn.getOrDefault(id, List.of())));
	}

	private <T> T pick(List<T> values) {
		return values.get(random.nextInt(values.size()));
	}
}
