package org.imprimatur.force.judge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.force.derivation.Derivation;
import org.imprimatur.force.derivation.EndReason;
import org.imprimatur.force.derivation.Outcome.Existing;
import org.imprimatur.force.derivation.Outcome.Expected;
import org.imprimatur.force.derivation.Rule;
import org.imprimatur.force.derivation.Sentences;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.derivation.Step;
import org.imprimatur.force.derivation.Verdict;
import org.imprimatur.force.operation.Amendments;
import org.imprimatur.force.operation.Operation;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.record.Days;
import org.imprimatur.force.record.Dispute;
import org.imprimatur.force.scope.JudgedCase;
import org.imprimatur.force.scope.ScopeReading;
import org.imprimatur.force.scope.Territories;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Event.EventKind;
import org.imprimatur.knowledge.Event;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Judges, for one model, one day and all places that the same effects cover, each condition that reaches the model
 * (design, "The rules of force", rules 1 to 6).
 */
public final class Judgement {

	private static final Set<EffectKind> ENDING = EnumSet.of(EffectKind.REVOKES, EffectKind.SUPERSEDES,
			EffectKind.ANNULS);

	private static final Set<EventKind> PROCEEDINGS = EnumSet.of(EventKind.FILING, EventKind.HEARING, EventKind.APPEAL,
			EventKind.REMITTAL);

	/** On what these say it does not hang whether a condition holds and for whom. */
	private static final Set<String> WITHOUT_FORCE = Set.of("title", "shortTitle", "aliases", "number", "signedBy",
			"addressees", "legalBasis", "targets", "motivatedBy");

	private static final Period NO_DAYS = new Period(null, null);

	private final AdmittedRecord record;
	private final Model model;
	private final String place;
	private final EdtfDate day;
	private final Sentences sentences;
	private final Map<JudgedCase, Operation> operations;
	private final StateRule states;
	private final ExpectedTurns turns;
	private @Nullable List<Judged> anywhere;

	/**
	 * @param place one of the places
	 * @param turns what was only expected when the sources on the record were read
	 */
	public Judgement(AdmittedRecord record, Model model, String place, EdtfDate day, ExpectedTurns turns) {
		this(record, model, place, day, turns, new HashMap<>());
	}

	private Judgement(AdmittedRecord record, Model model, String place, EdtfDate day, ExpectedTurns turns,
			Map<JudgedCase, Operation> operations) {
		this.record = record;
		this.model = model;
		this.place = place;
		this.day = day;
		this.sentences = new Sentences(record.facts(), day);
		this.states = new StateRule(record, this::operation, day);
		this.turns = turns;
		this.operations = operations;
	}

	private record Judged(Instrument instrument, Condition condition, ScopeReading.Route route, List<Step> steps,
			Verdict verdict) {
	}

	/** The conditions that reach the model in one of the places, in the order of their instruments' ids. */
	public List<AppliedCondition> conditions(String in) {
		List<Judged> judged = anywhere().stream()
				.filter(it -> Territories.cover(it.condition().scope().territory(), in)).toList();
		return judged.stream().map(it -> applied(it, judged, in)).toList();
	}

	private List<Judged> anywhere() {
		List<Judged> judged = anywhere;
		if (judged == null) {
			judged = record.facts().all(Instrument.class).stream()
					.flatMap(instrument -> instrument.imposes().stream().distinct()
							.flatMap(it -> record.facts().find(it, Condition.class).stream())
							.flatMap(condition -> judge(instrument, condition).stream()))
					.toList();
			anywhere = judged;
		}
		return judged;
	}

	/** How one condition that the instrument imposes stands, if it reaches the model. */
	public Optional<Verdict> verdict(Instrument instrument, Condition condition) {
		return judge(instrument, condition).map(Judged::verdict);
	}

	private Optional<Judged> judge(Instrument instrument, Condition condition) {
		Truth existing = issued(instrument);
		Truth withdrawn = withdrawn(instrument, condition);
		if (!existing.possible() || withdrawn == Truth.TRUE) {
			return Optional.empty();
		}
		return operation(condition).scopes().route(condition.scope(), day)
				.map(it -> it.and(record.known(condition, "scope"))).map(route -> {
					List<Step> steps = new ArrayList<>();
					Sentences beside = sentences.of(instrument, condition);
					steps.add(ReachStep.of(record, sentences, instrument, condition, route));
					steps.addAll(doubts(instrument, condition, existing, beside));
					if (withdrawn == Truth.UNCERTAIN) {
						steps.add(Step.of(record, Rule.DOUBT, beside.withdrawn(instrument),
								new Existing(Truth.UNCERTAIN), List.of(instrument), "effective"));
					}
					steps.addAll(states.steps(instrument, condition));
					steps.addAll(expected(instrument, condition, steps));
					return new Judged(instrument, condition, route, List.copyOf(steps), Derivation.replay(steps));
				});
	}

	// What never took effect, and never will, is no promise; nor is what another act took up instead.
	private Truth withdrawn(Instrument instrument, Condition condition) {
		return instrument.effective() != null
				? Truth.FALSE
				: gone(instrument, condition, day).not().and(gone(instrument, condition, Days.END_OF_RECORD));
	}

	private Truth gone(Instrument instrument, Condition condition, EdtfDate on) {
		return operation(condition).acted(instrument, on, ENDING).or(operation(condition).acted(condition, on, ENDING));
	}

	private AppliedCondition applied(Judged judged, List<Judged> all, String in) {
		Instrument instrument = judged.instrument();
		Condition condition = judged.condition();
		Amendments amendments = operation(condition).amendments();
		Period effective = shown(amendments.effective(instrument, day));
		return new AppliedCondition(new Ref<>(condition.id()), new Ref<>(instrument.id()), judged.verdict(),
				judged.route().via(), in.equals(Territories.ELSEWHERE) ? null : in,
				reported(condition, "period", shown(amendments.period(condition, day))),
				effective == null ? NO_DAYS : effective, instrument.effective() == null,
				reported(condition, "deadline", Days.shown(amendments.deadline(condition, day))),
				reported(condition, "penalty", amendments.penalty(condition, day)), causes(judged),
				compliance(condition, judged.verdict(), amendments), exceptions(condition, all),
				Stream.of(instrument, condition).flatMap(it -> amendments.of(it, day).stream()).toList(),
				disputes(judged), proceedings(judged), judged.steps());
	}

	private <T> @Nullable T reported(Condition condition, String field, @Nullable T value) {
		return record.reported(condition, field).possible() ? value : null;
	}

	private static @Nullable Period shown(@Nullable Period period) {
		return period == null ? null : new Period(Days.shown(period.start()), Days.shown(period.end()));
	}

	// Where its day is not known, an act had been issued by when it was told of.
	private Truth issued(Instrument instrument) {
		if (instrument.issued() == null) {
			return Truth.TRUE;
		}
		Truth issued = Days.reached(instrument.issued(), day);
		return record.known(instrument, "issued") == Truth.TRUE
				? issued
				: Truth.UNCERTAIN.or(issued.and(Days.reached(record.told(instrument), day)));
	}

	// Of the condition, of its instrument and of all that the steps rest on.
	private List<Dispute> disputes(Judged judged) {
		List<Ref<Entity>> via = judged.route().via();
		return grounds(judged).flatMap(it -> record.disputes(it).stream())
				.filter(it -> it.field() == null || !WITHOUT_FORCE.contains(it.field().split("\\.", 2)[0]))
				.filter(dispute -> dispute.disputing().stream()
						.anyMatch(it -> record.part(it).filter(part -> !ReachStep.bears(part, via)).isEmpty()))
				.toList();
	}

	private List<Ref<Event>> proceedings(Judged judged) {
		Set<String> acts = grounds(judged)
				.filter(it -> it instanceof Instrument || it instanceof Condition || it instanceof Effect)
				.map(Entity::id).collect(Collectors.toSet());
		return record.facts().all(Event.class).stream().filter(it -> PROCEEDINGS.contains(it.kind()))
				.filter(it -> it.about().stream().anyMatch(act -> acts.contains(act.id())))
				.filter(it -> record.exists(it).and(Days.reached(it.date(), day)).possible())
				.sorted(Comparator.comparing((Event it) -> it.date().earliest()).thenComparing(Event::id))
				.map(it -> new Ref<Event>(it.id())).toList();
	}

	private Stream<Entity> grounds(Judged judged) {
		return Stream.concat(Stream.of(judged.condition(), judged.instrument()),
				judged.steps().stream().flatMap(it -> it.nodes().stream())
						.flatMap(it -> record.facts().find(it, Entity.class).stream()))
				.distinct();
	}

	private static List<Ref<Entity>> causes(Judged judged) {
		return judged.steps().stream().filter(it -> judged.verdict().restsOn(it.outcome()))
				.flatMap(it -> it.nodes().stream()).distinct()
				.filter(it -> !it.id().equals(judged.condition().id()) && !it.id().equals(judged.instrument().id()))
				.toList();
	}

	// The permissions that carve out of a norm do not lift it: both stand.
	private static List<Ref<Condition>> exceptions(Condition norm, List<Judged> all) {
		Ref<Condition> ref = new Ref<>(norm.id());
		return all.stream().filter(it -> it.verdict().possiblyInForce()).map(Judged::condition)
				.filter(it -> it.modality() == Modality.PERMISSION && it.exceptionTo().contains(ref))
				.map(it -> new Ref<Condition>(it.id())).distinct().toList();
	}

	// What ended before it was met is owed no more.
	private @Nullable Compliance compliance(Condition condition, Verdict verdict, Amendments amendments) {
		boolean gone = verdict.state() == State.ENDED && verdict.reason() != EndReason.FULFILLED;
		return gone
				? null
				: ComplianceRule.of(condition, it -> record.known(condition, it) == Truth.TRUE,
						record.known(condition, "deadline") == Truth.TRUE
								? amendments.deadline(condition, day)
								: Days.UNKNOWN,
						day);
	}

	private List<Step> doubts(Instrument instrument, Condition condition, Truth issued, Sentences beside) {
		List<Step> steps = new ArrayList<>();
		if (record.known(instrument, "imposes") != Truth.TRUE) {
			steps.add(Step.of(record, Rule.REPORT,
					beside.unknown("what %s imposes", instrument, record.reported(instrument, "imposes")),
					new Existing(Truth.UNCERTAIN), List.of(instrument), "imposes"));
		}
		if (issued != Truth.TRUE) {
			steps.add(Step.of(record, Rule.ISSUE, beside.issue(instrument), new Existing(issued),
					List.of(instrument), "issued"));
		}
		for (Entity entity : List.of(instrument, condition)) {
			if (record.doubtful(entity)) {
				steps.add(Step.of(record, Rule.DOUBT, beside.doubt(entity, record.disputed(entity)),
						new Existing(Truth.UNCERTAIN), List.of(entity)));
			}
			if (record.unsettled(entity)) {
				steps.add(Step.of(record, Rule.REPORT, beside.report(entity), new Existing(Truth.UNCERTAIN),
						List.of(entity)));
			}
		}
		return steps;
	}

	// A turn after the last day of which its sources can tell leaves open whether it came.
	private List<Step> expected(Instrument instrument, Condition condition, List<Step> steps) {
		Optional<LocalDate> through = record.through(acts(instrument, condition, steps));
		Optional<LocalDate> before = through.flatMap(it -> turns.before(instrument, condition, it, day.earliest()));
		if (through.isEmpty() || before.isEmpty()) {
			return List.of();
		}
		Optional<Judged> earlier = new Judgement(record, model, place, EdtfDate.of(before.get()), turns, operations)
				.judge(instrument, condition);
		Set<State> states = earlier.map(it -> it.verdict().possible()).orElse(Set.of());
		boolean absent = earlier.isEmpty() || earlier.get().steps().stream()
				.anyMatch(it -> it.outcome() instanceof Expected expected && expected.absent());
		return !absent && Derivation.replay(steps).possible().containsAll(states)
				? List.of()
				: List.of(Step.of(record, Rule.COVERAGE, sentences.expected(through.get()),
						new Expected(states, absent), List.of(instrument, condition)));
	}

	private List<Entity> acts(Instrument instrument, Condition condition, List<Step> steps) {
		Stream<Entity> found = steps.stream().flatMap(it -> it.nodes().stream())
				.flatMap(it -> record.facts().find(it, Entity.class).stream())
				.filter(it -> it instanceof Instrument || it instanceof Condition || it instanceof Effect
						|| it instanceof Category);
		return Stream.concat(Stream.of(instrument, condition), found).distinct().toList();
	}

	private Operation operation(Condition condition) {
		return operations.computeIfAbsent(JudgedCase.of(model, place, condition.scope()),
				judgedCase -> new Operation(record, judgedCase));
	}
}
