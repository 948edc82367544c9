package org.imprimatur.force.judge;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.imprimatur.force.derivation.Outcome.Tested;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.derivation.Inference;
import org.imprimatur.force.operation.Operation;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Truth;

/**
 * On which grounds a condition is in a state on a day (design, "The rules of force", rules 2, 3, 5); and so whether the
 * norm had ended to which another is an exception.
 */
public final class StateRule {

	private final AdmittedRecord record;
	private final Function<Condition, Operation> operations;
	private final EdtfDate day;
	private final Set<String> judging = new HashSet<>();

	/**
	 * @param operations what operates for what a condition covers
	 */
	public StateRule(AdmittedRecord record, Function<Condition, Operation> operations, EdtfDate day) {
		this.record = record;
		this.operations = operations;
		this.day = day;
	}

	/** What is found of every ground on which a condition that the instrument imposes may not be in force. */
	List<Inference> inferences(Instrument by, Condition condition) {
		return new StateInferences(record, operations.apply(condition), day, this::ended).test(by, condition);
	}

	/** What is found that is a ground for one state, or may be. */
	public List<Inference> grounds(State state, Instrument by, Condition condition) {
		return inferences(by, condition).stream().filter(it -> it.outcome() instanceof Tested tested
				&& tested.state() == state && tested.truth().possible()).toList();
	}

	/** Whether there is a ground for one state. */
	public Truth holds(State state, Instrument by, Condition condition) {
		return grounds(by, condition).getOrDefault(state, Truth.FALSE);
	}

	/** Whether there is a ground for each of the states; for those that are missing there is none. */
	public Map<State, Truth> grounds(Instrument by, Condition condition) {
		Map<State, Truth> grounds = new EnumMap<>(State.class);
		for (Inference step : inferences(by, condition)) {
			if (step.outcome() instanceof Tested tested) {
				grounds.merge(tested.state(), tested.truth(), Truth::or);
			}
		}
		return grounds;
	}

	// An exception to an exception to itself, which a dossier may not have, may or may not have ended.
	private Truth ended(Condition norm) {
		List<Instrument> imposing = record.backlinks().imposing(norm.id());
		if (imposing.isEmpty()) {
			return Truth.FALSE;
		}
		if (!judging.add(norm.id())) {
			return Truth.UNCERTAIN;
		}
		Truth ended = imposing.stream().map(it -> ended(it, norm)).reduce(Truth.TRUE, Truth::and);
		judging.remove(norm.id());
		return ended;
	}

	private Truth ended(Instrument by, Condition norm) {
		return holds(State.ENDED, by, norm).and(record.exists(by)).and(record.exists(norm));
	}
}
