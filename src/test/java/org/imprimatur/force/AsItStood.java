package org.imprimatur.force;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Model;

/** The world as it stood on each day, one after the other: without the annulments that came later. */
final class AsItStood {
	private final Map<String, Entity> stood;
	private final List<Effect> annulments;
	private final Model model;
	private final String place;
	private final Condition norm;
	private Oracle now;

	AsItStood(Map<String, Entity> world, Model model, String place, Condition norm) {
		this.stood = new HashMap<>(world);
		this.annulments = new ArrayList<>(world.values().stream().filter(Effect.class::isInstance)
				.map(Effect.class::cast).filter(it -> it.kind() == EffectKind.ANNULS).toList());
		this.model = model;
		this.place = place;
		this.norm = norm;
		annulments.forEach(it -> stood.remove(it.id()));
		this.now = new Oracle(Map.copyOf(stood), model, place);
	}

	boolean has(Effect effect) {
		return stood.containsKey(effect.id());
	}

	boolean on(LocalDate day, Predicate<Oracle> holds) {
		Oracle before = now;
		if (annulments.removeIf(it -> {
			boolean made = !before.firstOf(it, norm).isAfter(day);
			if (made) {
				stood.put(it.id(), it);
			}
			return made;
		})) {
			now = new Oracle(Map.copyOf(stood), model, place);
		}
		return holds.test(now);
	}

	/** The model as the world has it; one of which nothing is known, if it has none. */
	static Model model(String id, Map<String, Entity> world) {
		return world.get(id) instanceof Model model
				? model
				: new Model(id, id, List.of(), Model.ModelKind.MODEL, null, List.of(), null, null, List.of(),
						null, List.of());
	}
}
