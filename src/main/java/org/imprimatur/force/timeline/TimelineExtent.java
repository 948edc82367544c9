package org.imprimatur.force.timeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.record.Days;
import org.imprimatur.force.scope.ScopeReading;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Finding;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Event;
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Scope;
import org.imprimatur.knowledge.Source;

/**
 * What belongs to the timeline of a node. Of a model: the conditions that reach it on any day, the instruments that
 * impose these or target it, and their effects as far as they cover it. Of an instrument, its conditions and effects,
 * and the conditions on which it has a finding; of a condition or an effect, its instrument. Of who or what else there
 * is: the instruments that name it, with all of theirs, and the conditions that name it. Then, of all: the effects on
 * any of that, with their instruments, on and on; the events about any of that or with the node; and the sources cited
 * for it.
 */
final class TimelineExtent {

	private final AdmittedRecord record;
	private final SequencedMap<String, Entity> involved = new LinkedHashMap<>();
	private final Deque<Entity> unacted = new ArrayDeque<>();
	private final Entity node;
	private final ScopeReading scopes;

	/**
	 * @param scopes how scopes are read for the node, if it is a model
	 */
	TimelineExtent(AdmittedRecord record, Entity node, ScopeReading scopes) {
		this.record = record;
		this.node = node;
		this.scopes = scopes;
		add(node);
		acts();
		while (!unacted.isEmpty()) {
			record.backlinks().effectsOn(unacted.pop().id()).stream().filter(this::covers).forEach(effect -> {
				add(effect);
				record.backlinks().acting(effect.id()).forEach(this::add);
			});
		}
		record.facts().all(Event.class).stream().filter(this::concerns).forEach(this::add);
		involved.values().stream().flatMap(it -> it.passages().stream()).map(Evidence::source).distinct().toList()
				.forEach(it -> record.facts().find(it, Source.class).ifPresent(this::add));
	}

	/** All of it, the node first. */
	SequencedCollection<Entity> entities() {
		return involved.sequencedValues();
	}

	private void add(Entity entity) {
		if (involved.putIfAbsent(entity.id(), entity) == null) {
			unacted.add(entity);
		}
	}

	private void acts() {
		switch (node) {
			case Model it -> record.facts().all(Instrument.class).forEach(act -> reaching(act, it));
			case Instrument it -> {
				whole(it);
				record.facts().all(Condition.class).stream()
						.filter(norm -> names(norm.findings().stream().map(Finding::act).flatMap(Stream::ofNullable)))
						.forEach(this::add);
			}
			case Condition it -> record.backlinks().imposing(it.id()).forEach(this::add);
			case Effect it -> record.backlinks().acting(it.id()).forEach(this::add);
			case Source ignored -> {
			}
			case Event ignored -> {
			}
			default -> record.facts().all(Instrument.class).forEach(this::naming);
		}
	}

	private void reaching(Instrument act, Model model) {
		boolean targeted = act.targets().stream().anyMatch(it -> it.id().equals(model.id()));
		var reaching = imposed(act).filter(it -> scopes.route(it.scope(), Days.UNKNOWN).isPresent()).toList();
		if (targeted || !reaching.isEmpty()) {
			add(act);
			reaching.forEach(this::add);
			effects(act).filter(this::covers).forEach(this::add);
		}
	}

	private boolean covers(Effect effect) {
		return !(node instanceof Model) || effect.scope() == null
				|| scopes.covers(effect.scope(), Days.UNKNOWN).possible();
	}

	private void naming(Instrument act) {
		if (names(Stream.of(act.issuedBy(), act.signedBy(), act.addressees(), act.targets(), act.motivatedBy())
				.flatMap(it -> it.stream()))) {
			whole(act);
		}
		imposed(act).filter(this::isNamed).forEach(it -> {
			add(act);
			add(it);
		});
	}

	private void whole(Instrument act) {
		add(act);
		imposed(act).forEach(this::add);
		effects(act).forEach(this::add);
	}

	private boolean isNamed(Condition condition) {
		Scope scope = condition.scope();
		return names(Stream.of(condition.bearers(), scope.companies(), scope.categories(), scope.data(),
				scope.recipients()).flatMap(it -> it.stream()))
				|| names(condition.findings().stream().map(Finding::by).flatMap(Stream::ofNullable));
	}

	private boolean names(Stream<? extends Ref<?>> refs) {
		return refs.anyMatch(it -> it.id().equals(node.id()));
	}

	private boolean concerns(Event event) {
		return names(event.participants().stream())
				|| event.about().stream().anyMatch(it -> involved.containsKey(it.id()));
	}

	private Stream<Condition> imposed(Instrument act) {
		return act.imposes().stream().flatMap(it -> record.facts().find(it, Condition.class).stream());
	}

	private Stream<Effect> effects(Instrument act) {
		return act.effects().stream().flatMap(it -> record.facts().find(it, Effect.class).stream());
	}
}
