package org.imprimatur.api.revisions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.imprimatur.dossier.SeedData;
import org.imprimatur.graph.record.Cause;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.graph.record.Revision;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Concern;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.EvidencedPart;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.ledger.Ledger;
import org.imprimatur.ledger.Publication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Gives the graph a past: the dossiers, then variants of them in which a part of the entities has changed. */
public final class Past {

	private static final String ANEW = "concern/safeguard-bypass";
	private static final JsonMapper JSON = CanonicalForm.mapper();

	private final Ledger ledger;
	private final RecordStore records;
	private final Map<Integer, Facts> revisions = new TreeMap<>();

	public Past(Ledger ledger, RecordStore records) {
		this.ledger = ledger;
		this.records = records;
	}

	/** The entities of the shipped dossiers. */
	public static List<Entity> dossiers() {
		return seed().stream().flatMap(DossierContents::all).toList();
	}

	/** What each of the shipped dossiers holds. */
	public static List<DossierContents> seed() {
		return SeedData.contents();
	}

	/**
	 * Publishes entities as the state of the shipped dossiers; those that none of them has get a place in the first.
	 */
	public static Optional<Revision> publish(Ledger ledger, Collection<? extends Entity> entities, String message) {
		List<DossierContents> seed = seed();
		Map<String, String> places = new HashMap<>();
		seed.forEach(contents -> contents.all().forEach(it -> places.put(it.id(), contents.dossier().id())));
		List<DossierContents> dossiers = seed.stream().map(DossierContents::dossier).map(seeded -> {
			Map<Boolean, List<Entity>> held = entities.stream()
					.filter(it -> places.getOrDefault(it.id(), seed.getFirst().dossier().id()).equals(seeded.id()))
					.collect(Collectors.partitioningBy(Dossier.class::isInstance, Collectors.mapping(Entity.class::cast,
							Collectors.toList())));
			return new DossierContents(
					held.getOrDefault(true, List.of()).stream().map(Dossier.class::cast).findFirst().orElse(seeded),
					held.getOrDefault(false, List.of()), List.of());
		}).toList();
		return ledger.publish(new Publication(dossiers, ledger.head(), "A test", message, Cause.WORLD_EVENT));
	}

	/** Publishes so many variants after the dossiers; what was live at each revision. */
	public Map<Integer, Facts> publish(Random random, int variants) {
		List<Entity> entities = dossiers();
		revisions.put(records.head(), new Facts(entities));
		for (int variant = 1; variant <= variants; variant++) {
			List<Entity> changed = changed(entities, random);
			publish(ledger, changed, "Variant %d".formatted(variant));
			revisions.put(records.head(), new Facts(changed));
		}
		return revisions;
	}

	/** Publishes the dossiers with one concern worded anew, so that nothing that was kept is of the newest revision. */
	public void publishAnew() {
		List<Entity> entities = new ArrayList<>(dossiers());
		entities.replaceAll(it -> it instanceof Concern concern && concern.id().equals(ANEW)
				? new Concern(concern.id(), concern.name(), concern.aliases(),
						"As after revision %d".formatted(records.head()), concern.evidence())
				: it);
		publish(ledger, entities, "One concern anew");
	}

	/** Publishes the dossiers as they are, so that other tests find them. */
	public void restore() {
		publish(ledger, dossiers(), "The dossiers again");
	}

	public int head() {
		return Collections.max(revisions.keySet());
	}

	public List<Integer> revisions() {
		return List.copyOf(revisions.keySet());
	}

	/** Every state of every entity. */
	public List<Entity> everything() {
		return revisions.values().stream().flatMap(Facts::all).toList();
	}

	private static List<Entity> changed(List<Entity> entities, Random random) {
		List<Entity> changed = new ArrayList<>();
		for (Entity entity : entities) {
			// What is left out must not be referred to: the record of events, and of nothing else, can be.
			boolean left = Kind.ofId(entity.id()) == Kind.EVENT && random.nextInt(4) == 0;
			if (!left) {
				changed.add(random.nextInt(3) == 0 ? changed(entity, random) : entity);
			}
		}
		return changed;
	}

	/** A part of the facts may have a passage of its own. */
	private static void evidence(Entity entity, ObjectNode node) {
		Random random = new Random(node.hashCode());
		entity.parts().stream().map(EvidencedPart::field).distinct().flatMap(it -> node.path(it).valueStream())
				.filter(it -> random.nextBoolean()).forEach(it -> ((ObjectNode) it).putArray("evidence")
						.addAll(node.path("evidence").valueStream().skip(random.nextInt(2)).toList()));
	}

	private static Entity changed(Entity entity, Random random) {
		ObjectNode node = (ObjectNode) JSON.readTree(CanonicalForm.write(entity));
		for (Shape.Field field : Shape.of(entity.getClass()).fields()) {
			JsonNode value = node.get(field.name());
			if (value instanceof ArrayNode array && random.nextInt(3) == 0) {
				array.remove(random.nextInt(array.size()));
			} else if (value instanceof ArrayNode array && random.nextBoolean()) {
				List<JsonNode> elements = new ArrayList<>(array.valueStream().toList());
				Collections.shuffle(elements, random);
				array.removeAll().addAll(elements);
			} else if (value != null && !field.required() && !field.many() && random.nextInt(5) == 0) {
				node.remove(field.name());
			} else if (field.name().equals("name") || field.name().equals("title")) {
				node.put(field.name(), "%s %d".formatted(entity.name(), random.nextInt(10)));
			}
		}
		evidence(entity, node);
		return CanonicalForm.read(entity.id(), JSON.writeValueAsString(node));
	}
}
