package org.imprimatur.force.scope;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.record.Days;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Category.Membership;
import org.imprimatur.knowledge.Company;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Model.Release;
import org.imprimatur.knowledge.Party;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/** Who belongs to a category on a day: its listed members, what passes its test, and whatever belongs to its parts. */
public final class Belonging {

	private final AdmittedRecord record;
	private final BiFunction<Instrument, EdtfDate, Truth> operative;
	private final PlaceReading places;

	/**
	 * @param operative whether an instrument that makes somebody a member has force on a day
	 * @param destination where the party that is asked about receives what it is given, if that is known
	 */
	public Belonging(AdmittedRecord record, BiFunction<Instrument, EdtfDate, Truth> operative,
			@Nullable String destination) {
		this.record = record;
		this.operative = operative;
		this.places = new PlaceReading(record, destination);
	}

	/**
	 * One way of belonging.
	 *
	 * @param categories from the narrowest category to the one asked about
	 */
	public record Way(Truth truth, List<Ref<Entity>> categories) {
	}

	/** The ways in which a model or party may belong to a category. */
	public List<Way> ways(Entity candidate, String category, EdtfDate day) {
		return ways(candidate, category, day, List.of());
	}

	/** Whether a category is one of models: it has a test of them, or one among its members or its parts'. */
	public boolean ofModels(String category) {
		return parts(category, new ArrayList<>()).stream()
				.anyMatch(it -> it.test() != null && it.test().places() == null
						|| it.members().stream().anyMatch(m -> isOf(m, Model.class)));
	}

	/** Whether a category is one of companies: it has a test of places, or one among its members or its parts'. */
	boolean ofCompanies(String category) {
		return parts(category, new ArrayList<>()).stream()
				.anyMatch(it -> it.test() != null && it.test().places() != null
						|| it.members().stream().anyMatch(m -> isOf(m, Company.class)));
	}

	private List<Way> ways(Entity candidate, String id, EdtfDate day, List<Ref<Entity>> wider) {
		Ref<Entity> ref = new Ref<>(id);
		Optional<Category> found = record.facts().find(id, Category.class);
		if (found.isEmpty() || wider.contains(ref)) {
			return List.of();
		}
		List<Ref<Entity>> categories = Stream.concat(Stream.of(ref), wider.stream()).toList();
		Truth belongs = listed(candidate, found.get(), day).or(passes(candidate, found.get(), day))
				.and(record.exists(found.get()));
		Stream<Way> own = belongs.possible() ? Stream.of(new Way(belongs, categories)) : Stream.empty();
		return Stream.concat(own, record.backlinks().narrower(id).stream()
				.flatMap(part -> ways(candidate, part.id(), day, categories).stream()
						.map(way -> new Way(way.truth().and(record.known(part, "partOf"))
								.and(record.exists(found.get())), way.categories()))))
				.toList();
	}

	private Truth listed(Entity candidate, Category category, EdtfDate day) {
		return category.members().stream().filter(it -> names(it, candidate))
				.map(it -> holds(it, day).and(record.known(category, it))).reduce(Truth.FALSE, Truth::or);
	}

	/** Whether it is the candidate's membership, or takes it in as a subsidiary of the member. */
	public boolean names(Membership membership, Entity candidate) {
		return membership.member().id().equals(candidate.id())
				|| Boolean.TRUE.equals(membership.subsidiaries()) && candidate instanceof Company company
						&& isBelow(company, membership.member().id());
	}

	private boolean isBelow(Company company, String id) {
		Set<Ref<Company>> above = new LinkedHashSet<>();
		Optional<Ref<Company>> next = Optional.ofNullable(company.parent());
		while (next.isPresent() && above.add(next.get())) {
			next = record.facts().find(next.get(), Company.class).map(Company::parent);
		}
		return above.contains(new Ref<Company>(id));
	}

	private Truth holds(Membership membership, EdtfDate day) {
		if (membership.period() != null || membership.by() == null) {
			return Days.within(membership.period(), day);
		}
		return record.facts().find(membership.by(), Instrument.class).map(it -> operative.apply(it, day))
				.orElse(Truth.FALSE);
	}

	private Truth passes(Entity candidate, Category category, EdtfDate day) {
		Category.Test test = category.test();
		if (test != null && test.places() != null && candidate instanceof Party party) {
			return record.known(category, "test").and(places.among(test.places(), party));
		}
		if (test == null || test.places() != null || !(candidate instanceof Model model)) {
			return Truth.FALSE;
		}
		Truth kind = Truth.of(test.kind() == null || test.kind() == model.kind());
		return kind.and(record.known(category, "test")).and(released(test, model, day)).and(computed(test, model));
	}

	private Truth computed(Category.Test test, Model model) {
		return test.trainingCompute() == null
				? Truth.TRUE
				: record.by(model, "trainingCompute", Compute.passes(test.trainingCompute(), model.trainingCompute()));
	}

	// The first release in the territory counts; where none is known, there may have been one.
	private Truth released(Category.Test test, Model model, EdtfDate day) {
		String territory = test.territory();
		if (test.released() == null && territory == null) {
			return Truth.TRUE;
		}
		EdtfDate first = firstRelease(model, territory);
		return Days.within(test.released(), first).and(Days.reached(first, day));
	}

	// A release in doubt may have been the first, and only that.
	private EdtfDate firstRelease(Model model, @Nullable String territory) {
		List<Release> releases = model.releases().stream()
				.filter(it -> territory == null || it.territory() == null
						|| Territories.cover(List.of(territory), it.territory()))
				.toList();
		return releases.stream().noneMatch(it -> isKnown(model, it))
				? Days.UNKNOWN
				: releases.stream().map(it -> isKnown(model, it) ? it.date() : Days.perhapsNever(it.date()))
						.reduce(Days::earlier).orElse(Days.UNKNOWN);
	}

	private boolean isKnown(Model model, Release release) {
		return record.known(model, release) == Truth.TRUE;
	}

	/**
	 * Whether the model surely belongs to one of the categories, although it may be open to which: on whatever day it
	 * was released, one of their tests passes.
	 */
	boolean surelyToOneOf(Model model, List<String> categories, EdtfDate day) {
		List<Category> tested = categories.stream().distinct().flatMap(it -> parts(it, new ArrayList<>()).stream())
				.filter(it -> it.test() != null && it.test().places() == null && record.exists(it) == Truth.TRUE)
				.toList();
		return tested.stream().map(it -> Optional.ofNullable(it.test()).map(Category.Test::territory)).distinct()
				.anyMatch(territory -> onWhateverDay(model, tested, territory.orElse(null), day));
	}

	private boolean onWhateverDay(Model model, List<Category> tested, @Nullable String territory, EdtfDate day) {
		EdtfDate first = firstRelease(model, territory);
		if (first.equals(Days.UNKNOWN)) {
			return false;
		}
		Stream<LocalDate> turns = tested.stream().map(Category::test).filter(Objects::nonNull)
				.map(Category.Test::released).filter(Objects::nonNull)
				.flatMap(it -> Stream.of(it.start(), it.end()).filter(Objects::nonNull))
				.flatMap(it -> Stream.of(it.earliest(), it.latest()))
				.filter(it -> it.isAfter(first.earliest()) && !it.isAfter(first.latest()));
		return Stream.concat(Stream.of(first.earliest()), turns).distinct().allMatch(it -> {
			Model released = new Model(model.id(), model.name(), model.aliases(), model.kind(), model.developer(),
					model.deployers(), model.variantOf(), model.succeeds(),
					List.of(new Release(EdtfDate.of(it), territory, null, List.of())), model.trainingCompute(),
					model.evidence());
			return tested.stream().anyMatch(category -> passes(released, category, day) == Truth.TRUE);
		});
	}

	// What a category is one of does not hang on which of its members had been reported.
	private List<Category> parts(String id, List<Category> known) {
		record.recorded().find(id, Category.class).filter(it -> !known.contains(it)).ifPresent(it -> {
			known.add(it);
			record.backlinks().narrower(id).forEach(part -> parts(part.id(), known));
		});
		return known;
	}

	private static boolean isOf(Membership membership, Class<? extends Entity> type) {
		return Kind.find(membership.member().id()).map(it -> it.type() == type).orElse(false);
	}
}
