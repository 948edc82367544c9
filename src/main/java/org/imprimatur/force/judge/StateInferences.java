package org.imprimatur.force.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.imprimatur.force.derivation.EndReason;
import org.imprimatur.force.derivation.Inference;
import org.imprimatur.force.derivation.Outcome;
import org.imprimatur.force.derivation.Outcome.Noted;
import org.imprimatur.force.derivation.Outcome.Tested;
import org.imprimatur.force.derivation.Reason;
import org.imprimatur.force.derivation.Reason.Unknown;
import org.imprimatur.force.derivation.Rule;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.operation.Operation;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.record.Days;
import org.imprimatur.force.record.EvidenceKey;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Finding;
import org.imprimatur.knowledge.Condition.Performance;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.RelativeDate;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/** Tests the grounds on which one condition may not be in force. */
final class StateInferences {

	private final AdmittedRecord record;
	private final Operation operation;
	private final EdtfDate day;
	private final Function<Condition, Truth> ended;
	private final List<Inference> inferences = new ArrayList<>();
	private final Set<String> explained = new HashSet<>();

	/**
	 * @param ended whether another condition had ended, for what is an exception to it
	 */
	StateInferences(AdmittedRecord record, Operation operation, EdtfDate day, Function<Condition, Truth> ended) {
		this.record = record;
		this.operation = operation;
		this.day = day;
		this.ended = ended;
	}

	/** What is found of a condition that the instrument imposes. */
	List<Inference> test(Instrument instrument, Condition condition) {
		if (instrument.effective() == null) {
			add(Rule.PERIOD, new Reason.Proposed(instrument), new Tested(State.NOT_YET, null, Truth.TRUE),
					List.of(instrument), "effective");
		}
		periods(instrument, operation.amendments().effective(instrument, day), "effective");
		periods(condition, operation.amendments().period(condition, day), "period");
		contingencies(condition);
		breaches(condition);
		exception(condition);
		fulfilment(condition);
		List<Effect> direct = Stream.of(instrument, condition)
				.flatMap(it -> record.backlinks().effectsOn(it.id()).stream())
				.sorted(Comparator.comparing((Effect it) -> operation.firstDay(it).orElse(Days.UNKNOWN).earliest())
						.thenComparing(Effect::id))
				.toList();
		direct.forEach(it -> effect(it, direct));
		return inferences;
	}

	private void periods(Entity entity, @Nullable Period period, String field) {
		EdtfDate start = period == null ? null : period.start();
		EdtfDate end = period == null ? null : period.end();
		boolean known = record.known(entity, field) == Truth.TRUE;
		if (start != null) {
			add(Rule.PERIOD, known ? new Reason.Begins(entity, start) : notKnown(Unknown.START, entity, field),
					new Tested(State.NOT_YET, null, record.by(entity, field, Days.reached(start, day).not())),
					List.of(entity), field);
		}
		if (end != null) {
			add(Rule.PERIOD, known ? new Reason.Ends(entity, end) : notKnown(Unknown.END, entity, field),
					new Tested(State.ENDED, EndReason.EXPIRED, record.by(entity, field, Days.reached(end, day))),
					withCounted(entity), field, "endsAfter");
		}
	}

	private List<Entity> withCounted(Entity entity) {
		Optional<RelativeDate> counted = Optional.ofNullable(switch (entity) {
			case Instrument it -> it.endsAfter();
			case Condition it -> it.endsAfter();
			case Effect it -> it.endsAfter();
			default -> null;
		});
		return Stream.concat(Stream.of(entity),
				counted.flatMap(it -> record.facts().find(it.of(), Entity.class)).stream()).distinct().toList();
	}

	private Reason notKnown(Unknown what, Entity entity, String field) {
		return new Reason.NotKnown(what, entity, record.reported(entity, field));
	}

	private void contingencies(Condition condition) {
		if (isOpen(condition, "onceMet", Unknown.WAITED_FOR, new Tested(State.NOT_YET, null, Truth.UNCERTAIN))) {
			return;
		}
		for (Ref<Condition> ref : condition.onceMet()) {
			Optional<EdtfDate> met = operation.contingencies().first(ref, Condition.Outcome.MET);
			add(Rule.CONTINGENCY, new Reason.FoundBy(ref, Condition.Outcome.MET, met),
					new Tested(State.NOT_YET, null, Days.reached(met.orElse(null), day).not()),
					known(condition, List.of(ref)), "findings");
		}
	}

	private void breaches(Condition condition) {
		if (isOpen(condition, "unlessBreached", Unknown.HUNG_ON,
				new Tested(State.ENDED, EndReason.EXPIRED, Truth.UNCERTAIN))) {
			return;
		}
		for (Ref<Condition> ref : condition.unlessBreached()) {
			Optional<EdtfDate> breached = operation.contingencies().first(ref, Condition.Outcome.BREACHED);
			add(Rule.CONTINGENCY, new Reason.FoundBy(ref, Condition.Outcome.BREACHED, breached),
					new Tested(State.ENDED, EndReason.EXPIRED, Days.reached(breached.orElse(null), day)),
					known(condition, List.of(ref)), "findings");
		}
	}

	// What is not known to be there may hold or not.
	private boolean isOpen(Condition condition, String field, Unknown what, Tested mayHold) {
		boolean open = record.known(condition, field) != Truth.TRUE;
		if (open) {
			add(Rule.CONTINGENCY, notKnown(what, condition, field), mayHold, List.of(condition), field);
		}
		return open;
	}

	private void exception(Condition condition) {
		if (condition.exceptionTo().isEmpty()) {
			return;
		}
		Truth over = record.known(condition, "exceptionTo").and(condition.exceptionTo().stream()
				.map(it -> record.facts().find(it, Condition.class).map(ended).orElse(Truth.FALSE))
				.reduce(Truth.TRUE, Truth::and));
		add(Rule.EXCEPTION, new Reason.ExceptionTo(condition.exceptionTo(), over),
				new Tested(State.ENDED, EndReason.EXPIRED, over), known(condition, condition.exceptionTo()), "period",
				"exceptionTo");
	}

	private void fulfilment(Condition condition) {
		Optional<EdtfDate> met = operation.contingencies().since(condition, Condition.Outcome.MET);
		Truth reached = Days.reached(met.orElse(null), day);
		if (condition.performance() == Performance.ONCE) {
			finding(Rule.FULFILMENT, condition, Condition.Outcome.MET, met,
					new Tested(State.ENDED, EndReason.FULFILLED, reached.and(record.known(condition, "performance"))));
		} else {
			finding(condition, Condition.Outcome.MET, met);
		}
		finding(condition, Condition.Outcome.BREACHED,
				operation.contingencies().since(condition, Condition.Outcome.BREACHED));
	}

	private void finding(Condition condition, Condition.Outcome outcome, Optional<EdtfDate> since) {
		Truth reached = Days.reached(since.orElse(null), day);
		if (reached.possible()) {
			finding(Rule.FINDING, condition, outcome, since, new Noted(reached));
		}
	}

	private void finding(Rule rule, Condition condition, Condition.Outcome what, Optional<EdtfDate> since,
			Outcome outcome) {
		List<Finding> findings = condition.findings().stream().filter(it -> it.outcome() == what).toList();
		List<EvidenceKey> evidence = findings.isEmpty()
				? record.supporting(condition, List.of("findings"))
				: findings.stream().flatMap(it -> record.supporting(condition, it).stream()).distinct().toList();
		inferences.add(new Inference(rule, reason(condition, findings, what, since), outcome,
				List.of(new Ref<>(condition.id())), evidence));
	}

	private Reason reason(Condition condition, List<Finding> findings, Condition.Outcome what,
			Optional<EdtfDate> since) {
		Ref<Condition> ref = new Ref<>(condition.id());
		Optional<Finding> first = findings.stream().filter(it -> Days.reached(it.day(), day) == Truth.TRUE)
				.min(Comparator.comparing((Finding it) -> record.known(condition, it).not())
						.thenComparing(it -> it.day().earliest()));
		return first.<Reason>map(it -> new Reason.Found(ref, it, record.known(condition, it) == Truth.TRUE,
				record.disputed(condition, it))).orElseGet(() -> new Reason.FoundBy(ref, what, since));
	}

	private void awaited(List<Ref<Condition>> others, Condition.Outcome outcome) {
		for (Condition other : others.stream().flatMap(it -> record.facts().find(it, Condition.class).stream())
				.toList()) {
			Ref<Condition> ref = new Ref<>(other.id());
			Optional<EdtfDate> found = operation.contingencies().first(ref, outcome);
			add(Rule.CONTINGENCY, new Reason.FoundBy(ref, outcome, found),
					new Noted(Days.reached(found.orElse(null), day)), List.of(other), "findings");
		}
	}

	// What acts on an effect, or on its instrument, is told before the effect; an effect not begun is no news. Where it
	// acts on the condition or its instrument, too, it decides as well: a court may stay its own order, and be stayed.
	private void effect(Effect effect, List<Effect> direct) {
		Truth operates = effect.kind() == EffectKind.UPHOLDS
				? operation.begun(effect, day)
				: operation.operates(effect, day);
		if (!operates.or(operation.begun(effect, day)).possible() || !explained.add(effect.id())) {
			return;
		}
		Instrument by = record.backlinks().instrumentOf(effect).orElseThrow();
		Stream.of(effect, by).flatMap(it -> record.backlinks().effectsOn(it.id()).stream())
				.forEach(it -> effect(it, direct));
		awaited(effect.onceMet(), Condition.Outcome.MET);
		awaited(effect.unlessBreached(), Condition.Outcome.BREACHED);
		add(Rule.EFFECT, new Reason.Acts(effect, by, operation.firstDay(effect), operates),
				direct.contains(effect) ? outcome(effect.kind(), operates) : new Noted(operates),
				Stream.concat(withCounted(effect).stream(), Stream.of(by)).distinct().toList(),
				"kind", "target", "period", "endsAfter", "scope", "onceMet", "unlessBreached", "effective", "effects");
	}

	private static Outcome outcome(EffectKind kind, Truth operates) {
		return switch (kind) {
			case ANNULS -> new Tested(State.ENDED, EndReason.ANNULLED, operates);
			case REVOKES -> new Tested(State.ENDED, EndReason.REVOKED, operates);
			case SUPERSEDES -> new Tested(State.ENDED, EndReason.SUPERSEDED, operates);
			case SUSPENDS -> new Tested(State.SUSPENDED, null, operates);
			case AMENDS, UPHOLDS -> new Noted(operates);
		};
	}

	private void add(Rule rule, Reason reason, Outcome outcome, List<? extends Entity> nodes, String... fields) {
		inferences.add(Inference.of(record, rule, reason, outcome, nodes, fields));
	}

	private List<Condition> known(Condition condition, List<Ref<Condition>> others) {
		return Stream.concat(Stream.of(condition),
				others.stream().flatMap(it -> record.facts().find(it, Condition.class).stream())).toList();
	}
}
