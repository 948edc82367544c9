package org.imprimatur.force.judge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.force.derivation.Derivation;
import org.imprimatur.force.derivation.EndReason;
import org.imprimatur.force.derivation.Inference;
import org.imprimatur.force.derivation.Outcome.Existing;
import org.imprimatur.force.derivation.Outcome.Expected;
import org.imprimatur.force.derivation.Reason;
import org.imprimatur.force.derivation.Reason.Unknown;
import org.imprimatur.force.derivation.Rule;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.derivation.StepSentences;
import org.imprimatur.force.derivation.Verdict;
import org.imprimatur.force.derivation.Wording;
import org.imprimatur.force.operation.Amendments;
import org.imprimatur.force.operation.Operation;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.record.Backlinks.Imposition;
import org.imprimatur.force.record.Days;
import org.imprimatur.force.scope.JudgedCase;
import org.imprimatur.force.scope.ScopeReading;
import org.imprimatur.force.scope.Territories;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Entity;
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

	private static final Period NO_DAYS = new Period(null, null);

	private final AdmittedRecord record;
	private final Model model;
	private final String place;
	private final EdtfDate day;
	private final Map<JudgedCase, Operation> operations;
	private final Wording wording;
	private final StateRule states;
	private final ExpectedTurns turns;
	/** By the objects that they are: to compare what is recorded of them would take longer than to judge. */
	private final Map<Imposition, Optional<AppliedCondition>> applied = new IdentityHashMap<>();

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
		this.wording = new Wording(record.facts());
		this.states = new StateRule(record, this::operation, day);
		this.turns = turns;
		this.operations = operations;
	}

	private record Judged(Instrument instrument, Condition condition, ScopeReading.Route route,
			List<Inference> inferences, Verdict verdict) {
	}

	/** The conditions that reach the model in one of the places, in the order of their instruments' ids. */
	public List<AppliedCondition> conditions(String in) {
		List<AppliedCondition> there = record.backlinks().impositions().stream()
				.filter(it -> Territories.cover(it.condition().scope().territory(), in))
				.flatMap(it -> inAnyPlace(it).stream()).toList();
		String territory = in.equals(Territories.ELSEWHERE) ? null : in;
		return there.stream().map(it -> it.in(territory, exceptions(it.condition(), there))).toList();
	}

	// The same effects cover all of the places, so that but for its exceptions it stands alike in each that it covers.
	private Optional<AppliedCondition> inAnyPlace(Imposition imposition) {
		return applied.computeIfAbsent(imposition,
				it -> judge(it.by(), it.condition()).map(this::applied));
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
					List<Inference> inferences = new ArrayList<>();
					inferences.add(ReachInference.of(record, instrument, condition, route));
					inferences.addAll(doubts(instrument, condition, existing));
					if (withdrawn == Truth.UNCERTAIN) {
						inferences.add(Inference.of(record, Rule.DOUBT, new Reason.PerhapsWithdrawn(instrument),
								new Existing(Truth.UNCERTAIN), List.of(instrument), "effective"));
					}
					inferences.addAll(states.inferences(instrument, condition));
					inferences.addAll(expected(instrument, condition, inferences));
					return new Judged(instrument, condition, route, List.copyOf(inferences),
							Derivation.verdict(inferences));
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

	private AppliedCondition applied(Judged judged) {
		Instrument instrument = judged.instrument();
		Condition condition = judged.condition();
		Amendments amendments = operation(condition).amendments();
		DerivationBasis basis = DerivationBasis.of(record, instrument, condition, judged.inferences());
		Period effective = shown(amendments.effective(instrument, day));
		return new AppliedCondition(new Ref<>(condition.id()), new Ref<>(instrument.id()), judged.verdict(),
				judged.route().via(), null,
				reported(condition, "period", shown(amendments.period(condition, day))),
				effective == null ? NO_DAYS : effective, instrument.effective() == null,
				reported(condition, "deadline", Days.shown(amendments.deadline(condition, day))),
				reported(condition, "penalty", amendments.penalty(condition, day)), causes(judged),
				compliance(condition, judged.verdict(), amendments), List.of(),
				Stream.of(instrument, condition).flatMap(it -> amendments.of(it, day).stream()).toList(),
				basis.disputes(judged.route().via()), basis.proceedings(day),
				new StepSentences(record.facts(), wording, day, instrument, condition).steps(judged.inferences()));
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

	private static List<Ref<Entity>> causes(Judged judged) {
		return judged.inferences().stream().filter(it -> judged.verdict().restsOn(it.outcome()))
				.flatMap(it -> it.nodes().stream()).distinct()
				.filter(it -> !it.id().equals(judged.condition().id()) && !it.id().equals(judged.instrument().id()))
				.toList();
	}

	// The permissions that carve out of a norm do not lift it: both stand.
	private List<Ref<Condition>> exceptions(Ref<Condition> norm, List<AppliedCondition> all) {
		List<String> exceptions = record.backlinks().exceptionsTo(norm.id()).stream().map(Condition::id).toList();
		return exceptions.isEmpty()
				? List.of()
				: all.stream().filter(it -> it.possiblyInForce() && exceptions.contains(it.condition().id()))
						.map(AppliedCondition::condition).distinct().toList();
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

	private List<Inference> doubts(Instrument instrument, Condition condition, Truth issued) {
		List<Inference> doubts = new ArrayList<>();
		if (record.known(instrument, "imposes") != Truth.TRUE) {
			doubts.add(Inference.of(record, Rule.REPORT,
					new Reason.NotKnown(Unknown.IMPOSED, instrument, record.reported(instrument, "imposes")),
					new Existing(Truth.UNCERTAIN), List.of(instrument), "imposes"));
		}
		if (issued != Truth.TRUE) {
			doubts.add(Inference.of(record, Rule.ISSUE, new Reason.PerhapsNotIssued(instrument), new Existing(issued),
					List.of(instrument), "issued"));
		}
		for (Entity entity : List.of(instrument, condition)) {
			if (record.doubtful(entity)) {
				doubts.add(Inference.of(record, Rule.DOUBT, new Reason.Doubted(entity, record.disputed(entity)),
						new Existing(Truth.UNCERTAIN), List.of(entity)));
			}
			if (record.unsettled(entity)) {
				doubts.add(Inference.of(record, Rule.REPORT, new Reason.PerhapsUnreported(entity),
						new Existing(Truth.UNCERTAIN),
						List.of(entity)));
			}
		}
		return doubts;
	}

	// A turn after the last day of which its sources can tell leaves open whether it came.
	private List<Inference> expected(Instrument instrument, Condition condition, List<Inference> inferences) {
		Optional<LocalDate> through = record
				.through(DerivationBasis.of(record, instrument, condition, inferences).acts());
		Optional<LocalDate> before = through.flatMap(it -> turns.before(instrument, condition, it, day.earliest()));
		if (through.isEmpty() || before.isEmpty()) {
			return List.of();
		}
		Optional<Judged> earlier = new Judgement(record, model, place, EdtfDate.of(before.get()), turns, operations)
				.judge(instrument, condition);
		Set<State> states = earlier.map(it -> it.verdict().possible()).orElse(Set.of());
		boolean absent = earlier.isEmpty() || earlier.get().inferences().stream()
				.anyMatch(it -> it.outcome() instanceof Expected expected && expected.absent());
		return !absent && Derivation.verdict(inferences).possible().containsAll(states)
				? List.of()
				: List.of(Inference.of(record, Rule.COVERAGE, new Reason.OnlyExpected(through.get()),
						new Expected(states, absent), List.of(instrument, condition)));
	}

	private Operation operation(Condition condition) {
		return operations.computeIfAbsent(JudgedCase.of(model, place, condition.scope()),
				judgedCase -> new Operation(record, judgedCase));
	}
}
