package org.imprimatur.force.scope;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.imprimatur.force.derivation.Reach;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.knowledge.Company;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Scope;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Truth;

/** Reads scopes: which models they reach, and how (design, "The rules of force", rule 1). */
public final class ScopeReading {

	private final AdmittedRecord record;
	private final Model model;
	private final Belonging belonging;

	/**
	 * @param operative whether an instrument that makes somebody a member of a category has force on a day
	 */
	public ScopeReading(AdmittedRecord record, Model model, BiFunction<Instrument, EdtfDate, Truth> operative) {
		this.record = record;
		this.model = model;
		this.belonging = new Belonging(record, operative, null);
	}

	/**
	 * One way in which a scope reaches the model.
	 *
	 * @param via from the model to what the scope names
	 */
	public record Route(Reach reach, Truth truth, List<Ref<Entity>> via) {
		/** The same way where it also takes something else. */
		public Route and(Truth other) {
			return new Route(reach, truth.and(other), via);
		}
	}

	/** The surest and most direct way in which the scope reaches the model on the day, if there may be one. */
	public Optional<Route> route(Scope scope, EdtfDate day) {
		List<Route> byModel = Stream.concat(named(scope), categories(scope, belonging::ofModels, day)).toList();
		List<Route> byCompany = Stream.concat(companies(scope), categories(scope, this::onlyOfCompanies, day)).toList();
		boolean ofModels = !scope.models().isEmpty() || names(scope, belonging::ofModels);
		boolean ofCompanies = !scope.companies().isEmpty() || names(scope, this::onlyOfCompanies);
		// Beside models, companies only narrow.
		Truth narrowed = ofModels && ofCompanies ? any(byCompany) : Truth.TRUE;
		Truth admitted = narrowed.and(excluded(scope, day).not());
		return surest(ofModels ? byModel : byCompany)
				.map(route -> ofModels && surely(scope, day)
						? new Route(route.reach(), Truth.TRUE, route.via())
						: route)
				.map(route -> route.and(admitted)).filter(route -> route.truth().possible());
	}

	private static Optional<Route> surest(List<Route> routes) {
		return routes.stream()
				.max(Comparator.comparing(Route::truth).thenComparing(Route::reach, Comparator.reverseOrder()));
	}

	// Where it is open in which of several categories the model is, it may be sure that it is in one of them.
	private boolean surely(Scope scope, EdtfDate day) {
		List<String> categories = scope.categories().stream().map(Ref::id).filter(belonging::ofModels).toList();
		return categories.size() > 1 && belonging.surelyToOneOf(model, categories, day);
	}

	/** Whether the scope covers the model on the day; one that names nothing to reach covers all. */
	public Truth covers(Scope scope, EdtfDate day) {
		if (scope.models().isEmpty() && scope.companies().isEmpty() && scope.categories().isEmpty()) {
			return excluded(scope, day).not();
		}
		return route(scope, day).map(Route::truth).orElse(Truth.FALSE);
	}

	/** Whether the model's developer or a deployer bears the norm; what names no bearer is borne by everybody. */
	public Truth borne(Condition norm, EdtfDate day) {
		return norm.bearers().isEmpty()
				? Truth.TRUE
				: record.by(norm, "bearers", borne(norm.bearers(), norm.scope().subsidiaries(), day));
	}

	// Whether one of the parties is the model's developer or a deployer, or a category that one belongs to.
	private Truth borne(List<? extends Ref<?>> parties, boolean byParents, EdtfDate day) {
		return any(parties.stream().flatMap(party -> Stream.concat(company(party.id(), byParents),
				makers().flatMap(maker -> category(maker, party.id(), day)))).toList());
	}

	private Stream<Route> named(Scope scope) {
		return scope.models().stream().flatMap(it -> model(it.id(), scope.variants()));
	}

	private Stream<Route> companies(Scope scope) {
		return scope.companies().stream().flatMap(it -> company(it.id(), scope.subsidiaries()));
	}

	private Stream<Route> categories(Scope scope, Predicate<String> which, EdtfDate day) {
		return scope.categories().stream().map(Ref::id).filter(which)
				.flatMap(it -> Stream.concat(Stream.of(model), makers()).flatMap(one -> category(one, it, day)));
	}

	private Truth excluded(Scope scope, EdtfDate day) {
		return any(scope.exclusions().stream().map(Ref::id).flatMap(it -> Stream.of(model(it, scope.variants()),
				company(it, scope.subsidiaries()),
				Stream.concat(Stream.of(model), makers()).flatMap(one -> category(one, it, day))).flatMap(all -> all))
				.toList());
	}

	private Stream<Route> model(String id, boolean variants) {
		List<Ref<Entity>> line = line(model.id(), it -> record.facts().find(it, Model.class).map(Model::variantOf));
		int at = line.indexOf(new Ref<Entity>(id));
		if (at == 0) {
			return Stream.of(new Route(Reach.DIRECT, Truth.TRUE, line.subList(0, 1)));
		}
		return at < 0 || !variants
				? Stream.empty()
				: Stream.of(new Route(Reach.FAMILY, Truth.TRUE, line.subList(0, at + 1)));
	}

	private Stream<Route> company(String id, boolean subsidiaries) {
		return makers().flatMap(maker -> {
			List<Ref<Entity>> line = line(maker.id(),
					it -> record.facts().find(it, Company.class).map(Company::parent));
			int at = line.indexOf(new Ref<Entity>(id));
			return at < 0 || at > 0 && !subsidiaries
					? Stream.empty()
					: Stream.of(new Route(Reach.COMPANY, Truth.TRUE,
							Stream.concat(Stream.of(new Ref<Entity>(model.id())), line.subList(0, at + 1).stream())
									.toList()));
		});
	}

	private Stream<Route> category(Entity candidate, String id, EdtfDate day) {
		List<Ref<Entity>> path = Stream.of(model, candidate).map(Entity::id).distinct().map(Ref<Entity>::new).toList();
		return belonging.ways(candidate, id, day).stream().map(way -> new Route(Reach.CATEGORY, way.truth(),
				Stream.concat(path.stream(), way.categories().stream()).toList()));
	}

	// What is not in the facts is taken for a company of which nothing else is known.
	private Stream<Entity> makers() {
		return Stream.concat(Stream.ofNullable(model.developer()), model.deployers().stream()).distinct()
				.map(it -> record.facts().find(it, Company.class).orElseGet(
						() -> new Company(it.id(), it.id(), List.of(), null, null, List.of(), List.of())));
	}

	private boolean names(Scope scope, Predicate<String> which) {
		return scope.categories().stream().map(Ref::id).anyMatch(which);
	}

	private boolean onlyOfCompanies(String category) {
		return !belonging.ofModels(category) && belonging.ofCompanies(category);
	}

	private static List<Ref<Entity>> line(String first, Lineage lineage) {
		List<Ref<Entity>> line = new ArrayList<>();
		Optional<String> next = Optional.of(first);
		while (next.isPresent() && !line.contains(new Ref<Entity>(next.get()))) {
			line.add(new Ref<>(next.get()));
			next = lineage.above(next.get()).map(Ref::id);
		}
		return line;
	}

	private static Truth any(List<Route> routes) {
		return routes.stream().map(Route::truth).reduce(Truth.FALSE, Truth::or);
	}

	private interface Lineage {
		Optional<? extends Ref<?>> above(String id);
	}
}
