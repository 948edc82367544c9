package org.imprimatur.force.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;

/** References read from their far end: who imposes, who has an effect, what acts on what, what carves out of what. */
public final class Backlinks {

	private final List<Imposition> impositions = new ArrayList<>();
	private final Map<String, List<Instrument>> imposing = new HashMap<>();
	private final Map<String, List<Instrument>> acting = new HashMap<>();
	private final Map<String, List<Effect>> effects = new HashMap<>();
	private final Map<String, List<Effect>> amendments = new HashMap<>();
	private final Map<String, List<Category>> narrower = new HashMap<>();
	private final Map<String, List<Condition>> exceptions = new HashMap<>();

	/** That an instrument imposes a condition. */
	public record Imposition(Instrument by, Condition condition) {
	}

	Backlinks(Facts facts) {
		for (Instrument instrument : facts.all(Instrument.class)) {
			instrument.imposes().forEach(it -> add(imposing, it.id(), instrument));
			instrument.imposes().stream().distinct().flatMap(it -> facts.find(it, Condition.class).stream())
					.forEach(it -> impositions.add(new Imposition(instrument, it)));
			instrument.effects().forEach(it -> add(acting, it.id(), instrument));
		}
		facts.all(Effect.class).forEach(effect -> add(effects, effect.target().id(), effect));
		facts.all(Effect.class).stream().filter(it -> it.kind() == EffectKind.AMENDS)
				.forEach(it -> add(amendments, it.target().id(), it));
		facts.all(Condition.class).stream().filter(it -> it.modality() == Modality.PERMISSION)
				.forEach(it -> it.exceptionTo().forEach(norm -> add(exceptions, norm.id(), it)));
		for (Category category : facts.all(Category.class)) {
			if (category.partOf() != null) {
				add(narrower, category.partOf().id(), category);
			}
		}
	}

	/** Every condition with each instrument that imposes it, in the order of the instruments' ids. */
	public List<Imposition> impositions() {
		return impositions;
	}

	/** The instruments that impose a condition, in the order of their ids. */
	public List<Instrument> imposing(String condition) {
		return imposing.getOrDefault(condition, List.of());
	}

	/** The instruments that have an effect, in the order of their ids. */
	public List<Instrument> acting(String effect) {
		return acting.getOrDefault(effect, List.of());
	}

	/** The instrument that has an effect; an effect of none does nothing. */
	public Optional<Instrument> instrumentOf(Effect effect) {
		return acting(effect.id()).stream().findFirst();
	}

	/** The effects on an instrument, condition or effect, in the order of their ids. */
	public List<Effect> effectsOn(String target) {
		return effects.getOrDefault(target, List.of());
	}

	/** Those of them that amend it. */
	public List<Effect> amendmentsOf(String target) {
		return amendments.getOrDefault(target, List.of());
	}

	/** The permissions that carve out of a norm, in the order of their ids. */
	public List<Condition> exceptionsTo(String norm) {
		return exceptions.getOrDefault(norm, List.of());
	}

	/** The categories that are part of another. */
	public List<Category> narrower(String category) {
		return narrower.getOrDefault(category, List.of());
	}

	private static <T> void add(Map<String, List<T>> index, String key, T value) {
		index.computeIfAbsent(key, it -> new ArrayList<>()).add(value);
	}
}
