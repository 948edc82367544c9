package org.imprimatur.graph.walk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.connection.StoredNode;
import org.imprimatur.graph.connection.StoredNodes;
import org.imprimatur.graph.walk.Leg.Once;
import org.imprimatur.graph.walk.Leg.Repeated;
import org.imprimatur.graph.walk.Leg.Same;
import org.imprimatur.graph.walk.Leg.Tested;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Source;
import org.imprimatur.time.EdtfDate;

/**
 * Goes a walk from anchor to anchor where the graph is in this process, as {@link Walk} says it in Cypher: nothing has
 * to be planned but where it starts (decision 12).
 */
final class NodeWalk {

	private final StoredNodes nodes;
	private final int revision;
	private final Map<Stage, Set<StoredNode>> reached = new EnumMap<>(Stage.class);
	/** Whether a record is live, of those that were come by: most are come by on many legs. */
	private final Map<StoredNode, Boolean> live = new HashMap<>();

	/**
	 * A walk through what is live at a revision.
	 *
	 * @param start the anchors that it starts from
	 */
	NodeWalk(StoredNodes nodes, int revision, Stage from, Collection<StoredNode> start) {
		this.nodes = nodes;
		this.revision = revision;
		at(from).addAll(start);
	}

	/** The anchors of those of some ids of which there is a live record with a label, each once. */
	static Set<StoredNode> anchors(StoredNodes nodes, Collection<String> ids, String label, int revision) {
		return ids.stream().flatMap(id -> nodes.anchor(id).stream())
				.filter(it -> it.in("OF").stream()
						.anyMatch(state -> state.has(label) && LivePredicate.isLive(state, revision)))
				.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** The id of a node. */
	static String id(StoredNode node) {
		return text(node, "id");
	}

	/** The anchors of the categories that have a test. */
	private Set<StoredNode> tested() {
		return nodes.all("Test").flatMap(it -> it.in("HAS_TEST").stream()).filter(it -> it.has("Category"))
				.filter(this::isLive).flatMap(it -> it.out("OF").stream()).collect(Collectors.toSet());
	}

	private Set<StoredNode> models() {
		return nodes.all(Model.class.getSimpleName()).filter(it -> it.has("Entity")).collect(Collectors.toSet());
	}

	/** The anchors of a stage that were reached so far. */
	Set<StoredNode> at(Stage stage) {
		return reached.computeIfAbsent(stage, it -> new LinkedHashSet<>());
	}

	/** Goes from the stages at hand to the later ones. */
	NodeWalk onward(Collection<Leg> legs) {
		legs.stream().sorted(Comparator.comparing(Leg::to))
				.forEach(leg -> at(leg.to()).addAll(led(leg, at(leg.from()), true)));
		return this;
	}

	/** Goes from the stages at hand to the earlier ones. */
	NodeWalk back(Collection<Leg> legs) {
		legs.stream().sorted(Comparator.comparing(Leg::from).reversed())
				.forEach(leg -> at(leg.from()).addAll(led(leg, at(leg.to()), false)));
		return this;
	}

	private Set<StoredNode> led(Leg leg, Set<StoredNode> known, boolean onward) {
		return switch (leg) {
			case Same ignored -> known;
			case Once once -> step(List.of(once.way()), known, onward);
			case Repeated repeated -> Leg.layers(known, layer -> step(repeated.ways(), layer, onward));
			case Tested ignored when onward -> known.stream().anyMatch(this::isOfModel) ? tested() : Set.of();
			case Tested ignored -> known.stream().anyMatch(tested()::contains) ? models() : Set.of();
		};
	}

	private boolean isOfModel(StoredNode anchor) {
		return anchor.has(Model.class.getSimpleName());
	}

	private Set<StoredNode> step(List<Way> ways, Set<StoredNode> known, boolean onward) {
		return ways.stream().flatMap(way -> known.stream().flatMap(it -> onward
				? way.onward(it, this::isLive)
				: way.back(it, this::isLive))).collect(Collectors.toSet());
	}

	private boolean isLive(StoredNode state) {
		return live.computeIfAbsent(state, it -> LivePredicate.isLive(it, revision));
	}

	/** The live records of an anchor: one, or none. */
	Stream<StoredNode> states(StoredNode anchor) {
		return anchor.in("OF").stream().filter(it -> it.has("Record") && isLive(it));
	}

	/** The live records of the dossiers that an entity is recorded in, or that cover it. */
	Stream<StoredNode> dossiers(StoredNode anchor) {
		return Stream.concat(states(anchor).flatMap(it -> nodes.anchor(text(it, "dossier")).stream())
				.flatMap(this::states), anchor.in("COVERS").stream()).filter(it -> it.has("Dossier") && isLive(it));
	}

	/** The entities of a stage. */
	Stream<Entity> entities(Stage stage) {
		return at(stage).stream().flatMap(this::states)
				.map(it -> CanonicalForm.read(text(it, "id"), text(it, "content")));
	}

	/**
	 * The dossiers that consulted the cited sources, and which of these. A dossier of an imported list consults
	 * thousands, and all that is needed of it is how far it goes.
	 */
	Stream<Dossier> consulted() {
		Map<StoredNode, List<Ref<Source>>> consulted = new HashMap<>();
		at(Stage.CITED)
				.forEach(source -> source.in("CONSULTED").stream().filter(this::isLive).forEach(dossier -> consulted
						.computeIfAbsent(dossier, it -> new ArrayList<>()).add(new Ref<>(text(source, "id")))));
		return consulted.entrySet().stream().map(it -> thatRead(it.getKey(), it.getValue()));
	}

	private static Dossier thatRead(StoredNode dossier, List<Ref<Source>> sources) {
		return Dossier.thatRead(sources, text(dossier, "id"), text(dossier, "name"),
				EdtfDate.parse(text(dossier, "through")));
	}

	private static String text(StoredNode node, String property) {
		return (String) Objects.requireNonNull(node.property(property));
	}
}
