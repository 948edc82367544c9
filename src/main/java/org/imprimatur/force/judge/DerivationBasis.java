package org.imprimatur.force.judge;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.force.derivation.Inference;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.record.Days;
import org.imprimatur.force.record.Dispute;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Event;
import org.imprimatur.knowledge.Event.EventKind;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;

/** What a derivation rests on: the condition, its instrument, and all that the inferences name. */
record DerivationBasis(AdmittedRecord record, List<Entity> entities) {

	private static final Set<EventKind> PROCEEDINGS = EnumSet.of(EventKind.FILING, EventKind.HEARING, EventKind.APPEAL,
			EventKind.REMITTAL);

	/** On what these say it does not hang whether a condition holds and for whom. */
	private static final Set<String> WITHOUT_FORCE = Set.of("title", "shortTitle", "aliases", "number", "signedBy",
			"addressees", "legalBasis", "targets", "motivatedBy");

	static DerivationBasis of(AdmittedRecord record, Instrument by, Condition condition, List<Inference> inferences) {
		// They are told apart by their ids: what is recorded of them is much to compare.
		return new DerivationBasis(record, Stream.concat(Stream.of(condition.id(), by.id()),
				inferences.stream().flatMap(it -> it.nodes().stream()).map(Ref::id)).distinct()
				.flatMap(it -> record.facts().find(it, Entity.class).stream()).toList());
	}

	/** Those of which sources can tell whether they changed. */
	List<Entity> acts() {
		return entities.stream().filter(it -> it instanceof Instrument || it instanceof Condition
				|| it instanceof Effect || it instanceof Category).toList();
	}

	/**
	 * What is disputed of them, as far as the state and the reach hang on it.
	 *
	 * @param via what gives reach
	 */
	List<Dispute> disputes(List<Ref<Entity>> via) {
		return entities.stream().flatMap(it -> record.disputes(it).stream())
				.filter(it -> it.field() == null || !WITHOUT_FORCE.contains(it.field().split("\\.", 2)[0]))
				.filter(dispute -> dispute.disputing().stream()
						.anyMatch(it -> record.part(it).filter(part -> !ReachInference.bears(part, via)).isEmpty()))
				.toList();
	}

	/** The proceedings about them by the day, oldest first. */
	List<Ref<Event>> proceedings(EdtfDate day) {
		Set<String> acts = entities.stream()
				.filter(it -> it instanceof Instrument || it instanceof Condition || it instanceof Effect)
				.map(Entity::id).collect(Collectors.toSet());
		return record.facts().all(Event.class).stream().filter(it -> PROCEEDINGS.contains(it.kind()))
				.filter(it -> it.about().stream().anyMatch(act -> acts.contains(act.id())))
				.filter(it -> record.exists(it).and(Days.reached(it.date(), day)).possible())
				.sorted(Comparator.comparing((Event it) -> it.date().earliest()).thenComparing(Event::id))
				.map(it -> new Ref<Event>(it.id())).toList();
	}
}
