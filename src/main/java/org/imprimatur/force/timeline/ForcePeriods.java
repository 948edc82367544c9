package org.imprimatur.force.timeline;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.derivation.Inference;
import org.imprimatur.force.judge.StateRule;
import org.imprimatur.force.operation.Operation;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.record.Days;
import org.imprimatur.force.scope.JudgedCase;
import org.imprimatur.force.scope.ScopeReading;
import org.imprimatur.force.scope.Territories;
import org.imprimatur.force.timeline.TurningDays.Spell;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/**
 * When conditions and effects begin and end by the rules of force, each day as it then stood: an annulment reaches back
 * in law, but took nothing from the days before it was made.
 */
public final class ForcePeriods {

	/** What no scope names: for it only what is not limited to some models operates. */
	private static final Model NO_MODEL = new Model("", "", List.of(), Model.ModelKind.MODEL, null, List.of(), null,
			null, List.of(), null, List.of());

	private final AdmittedRecord record;
	private final Model model;
	private final Map<JudgedCase, Operation> operations = new HashMap<>();

	/**
	 * @param model the model for which; for all alike if absent
	 */
	public ForcePeriods(AdmittedRecord record, @Nullable Model model) {
		this.record = record;
		this.model = model == null ? NO_MODEL : model;
	}

	/** What operates for the model, wherever that is not limited to some place, data or recipients. */
	Operation operation() {
		return operation(JudgedCase.of(model, Territories.ELSEWHERE));
	}

	/** What operates for what the condition covers. */
	Operation operation(Condition condition) {
		List<String> territories = condition.scope().territory();
		return operation(JudgedCase.of(model, territories.isEmpty() ? Territories.ELSEWHERE : territories.getFirst(),
				condition.scope()));
	}

	/** What scopes reach on each day, as it then stood, for what the condition covers. */
	public ScopeReading scopes(Condition condition) {
		return operation(condition).scopes();
	}

	/** Each time that the condition stood, in force or suspended; what was annulled may stand again. */
	List<Spell> of(Instrument by, Condition condition) {
		if (by.effective() == null) {
			return List.of();
		}
		return new TurningDays(record, List.of(by, condition, model)).spells(
				day -> states(day).holds(State.NOT_YET, by, condition)
						.or(states(day).holds(State.ENDED, by, condition)).not(),
				day -> states(day).holds(State.ENDED, by, condition));
	}

	/** Whether there is a ground on the day, as it then stood, for each state in which the condition has no force. */
	public Map<State, Truth> grounds(Instrument by, Condition condition, LocalDate day) {
		return states(EdtfDate.of(day)).grounds(by, condition);
	}

	/** Each time that the effect operated. */
	List<Spell> of(Effect effect) {
		return new TurningDays(record, List.of(effect, model)).spells(day -> operation().acts(effect, day),
				day -> begun(effect, day) == Truth.TRUE ? operation().acts(effect, day).not() : Truth.FALSE);
	}

	private Truth begun(Effect effect, EdtfDate day) {
		return Days.reached(operation().firstDay(effect).orElse(null), day);
	}

	/** Why the condition had ended on the day, or may have: also because an effect put off what had begun. */
	List<Inference> endings(Instrument by, Condition condition, EdtfDate day) {
		List<Inference> ended = states(day).grounds(State.ENDED, by, condition);
		return ended.isEmpty() ? states(day).grounds(State.NOT_YET, by, condition) : ended;
	}

	private StateRule states(EdtfDate day) {
		return new StateRule(record, this::operation, day);
	}

	private Operation operation(JudgedCase judgedCase) {
		return operations.computeIfAbsent(judgedCase, it -> new Operation(record, it, false));
	}
}
