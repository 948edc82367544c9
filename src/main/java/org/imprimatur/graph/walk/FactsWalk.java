package org.imprimatur.graph.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.graph.walk.Leg.Once;
import org.imprimatur.graph.walk.Leg.Repeated;
import org.imprimatur.graph.walk.Leg.Same;
import org.imprimatur.graph.walk.Leg.Tested;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Source;

/**
 * Goes the walk of the facts through facts at hand, be they published or not: onward to what {@link FactsReader} reads
 * about a model, and back as {@link ChangeReader} goes.
 */
public final class FactsWalk {

	private static final Set<Class<? extends Entity>> TYPES = Arrays.stream(Kind.values()).map(Kind::type)
			.collect(Collectors.toUnmodifiableSet());

	/** A leg, with where it leads from each id, and from where it leads to each. */
	private record Ends(Leg leg, Map<String, List<String>> far, Map<String, List<String>> near) {

		private Ends(Leg leg) {
			this(leg, new HashMap<>(), new HashMap<>());
		}

		private void connect(String from, String to) {
			far.computeIfAbsent(from, it -> new ArrayList<>()).add(to);
			near.computeIfAbsent(to, it -> new ArrayList<>()).add(from);
		}
	}

	private final Facts facts;
	private final Set<String> models;
	private final List<Ends> covered;
	private final Ends read;

	/** A walk through all that a state of the record holds. */
	public FactsWalk(Facts facts) {
		this.facts = facts;
		this.models = Set.copyOf(facts.all(Model.class).stream().map(Entity::id).toList());
		this.covered = Walk.COVERED.stream().map(this::ends).toList();
		this.read = ends(Walk.READ);
	}

	/** The facts with these ids, and of the dossiers that consulted sources among them how far they go. */
	public Facts facts(Collection<String> ids) {
		Map<String, List<Ref<Source>>> consulted = new HashMap<>();
		ids.forEach(id -> read.far().getOrDefault(id, List.of()).forEach(dossier -> consulted
				.computeIfAbsent(dossier, it -> new ArrayList<>()).add(new Ref<>(id))));
		// Of a dossier that covers something of this, all is among the facts, and the later of the two is kept.
		Stream<Dossier> dossiers = consulted.entrySet().stream()
				.flatMap(it -> facts.find(it.getKey(), Dossier.class).stream()
						.map(dossier -> Dossier.thatRead(it.getValue(), dossier.id(), dossier.title(),
								dossier.through())));
		return new Facts(Stream.concat(dossiers, facts.only(ids).all()).toList());
	}

	/**
	 * The ids of all that may bear on a model, whether there is such or not, but of dossiers that only tell how far
	 * sources go.
	 */
	public Set<String> about(String model) {
		Map<Stage, Set<String>> reached = new EnumMap<>(Map.of(Stage.NODES, Set.of(model)));
		covered.stream().sorted(Comparator.comparing(it -> it.leg().to())).forEach(it -> at(reached, it.leg().to())
				.addAll(led(it.leg(), at(reached, it.leg().from()), it.far())));
		return at(reached, Stage.GATHERED);
	}

	/** The models on which any of the entities may bear. */
	public Set<String> models(Collection<String> ids) {
		Map<Stage, Set<String>> reached = new EnumMap<>(Map.of(Stage.GATHERED, Set.copyOf(ids)));
		Stream.concat(covered.stream(), Stream.of(read))
				.sorted(Comparator.<Ends, Stage>comparing(it -> it.leg().from()).reversed())
				.forEach(it -> at(reached, it.leg().from())
						.addAll(led(it.leg(), at(reached, it.leg().to()), it.near())));
		Set<String> found = new TreeSet<>(at(reached, Stage.NODES));
		found.retainAll(models);
		return found;
	}

	private static Set<String> at(Map<Stage, Set<String>> reached, Stage stage) {
		return reached.computeIfAbsent(stage, it -> new HashSet<>());
	}

	private static Set<String> led(Leg leg, Set<String> known, Map<String, List<String>> ends) {
		return switch (leg) {
			case Same ignored -> known;
			case Once ignored -> step(known, ends);
			case Tested ignored -> step(known, ends);
			case Repeated ignored -> Leg.layers(known, layer -> step(layer, ends));
		};
	}

	private static Set<String> step(Set<String> known, Map<String, List<String>> ends) {
		return known.stream().flatMap(id -> ends.getOrDefault(id, List.of()).stream()).collect(Collectors.toSet());
	}

	private Ends ends(Leg leg) {
		Ends ends = new Ends(leg);
		switch (leg) {
			case Same ignored -> {
			}
			case Once it -> connect(it.way(), ends);
			case Repeated it -> it.ways().forEach(way -> connect(way, ends));
			case Tested ignored -> facts.all(Category.class).stream().filter(it -> it.test() != null)
					.forEach(category -> models.forEach(model -> ends.connect(model, category.id())));
		}
		return ends;
	}

	private void connect(Way way, Ends ends) {
		TYPES.stream().filter(way::leadsThrough).flatMap(type -> facts.all(type).stream())
				.forEach(entity -> way.through(entity, ends::connect));
	}
}
