package org.imprimatur.force.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.operation.CriticalDays;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.jspecify.annotations.Nullable;

/**
 * In what condition sets of a model differ: between two days, between two states of the facts, or with and
 * without some instruments.
 */
public final class Changes {

	private Changes() {
	}

	/**
	 * The days after {@code from} up to {@code to} on which the condition set may change; each costs a condition set.
	 *
	 * @param facts all that may bear on the model
	 */
	public static List<LocalDate> days(Facts facts, LocalDate from, LocalDate to) {
		return List.copyOf(CriticalDays.between(facts, from, to));
	}

	/**
	 * What changed from one day to another, with what was undone again in between.
	 *
	 * @param facts all that may bear on the model
	 * @param to the question about the later day
	 * @param from the earlier day
	 * @throws IllegalArgumentException if the facts do not hold the model, or {@code from} lies after that day
	 */
	public static Difference between(Facts facts, LocalDate from, Question to) {
		if (from.isAfter(to.asOf())) {
			throw new IllegalArgumentException("%s lies after %s".formatted(from, to.asOf()));
		}
		AdmittedRecord record = new AdmittedRecord(facts, to.reportedBy());
		ConditionSet first = ConditionSets.of(record, on(from, to));
		List<Change> changes = new ArrayList<>();
		List<StandingChange> standings = new ArrayList<>();
		ConditionSet last = first;
		for (LocalDate day : CriticalDays.between(facts, from, to.asOf())) {
			ConditionSet next = ConditionSets.of(record, on(day, to));
			Comparison comparison = new Comparison(last, record.facts(), next, record.facts());
			changes.addAll(comparison.changes());
			standings.addAll(comparison.standings());
			last = next;
		}
		return new Difference(first, ConditionSets.of(record, to), changes, standings);
	}

	/**
	 * How the condition set would stand without some instruments: without the conditions and effects that only they
	 * bring, and the memberships that they make.
	 *
	 * @param facts all that may bear on the model
	 * @param instruments the ids of the instruments; one that the facts do not hold makes no difference
	 * @throws IllegalArgumentException if the facts do not hold the model
	 */
	public static Difference without(Facts facts, Question question, Set<String> instruments) {
		return between(facts, without(facts, instruments), question);
	}

	/**
	 * How the condition set stands by other facts. A model that only one of them holds has no conditions by the other.
	 *
	 * @param facts all that may bear on the model
	 * @param others the other facts that may
	 * @throws IllegalArgumentException if neither holds the model
	 */
	public static Difference between(Facts facts, Facts others, Question question) {
		AdmittedRecord record = new AdmittedRecord(facts, question.reportedBy());
		AdmittedRecord other = new AdmittedRecord(others, question.reportedBy());
		ConditionSet before = holds(facts, question) || !holds(others, question)
				? ConditionSets.of(record, question)
				: ConditionSets.ofNoModel(question);
		ConditionSet after = holds(others, question)
				? ConditionSets.of(other, question)
				: ConditionSets.ofNoModel(question);
		Comparison comparison = new Comparison(before, record.facts(), after, other.facts());
		return new Difference(before, after, comparison.changes(), comparison.standings());
	}

	private static boolean holds(Facts facts, Question question) {
		return facts.find(question.model(), Model.class).isPresent();
	}

	private static Facts without(Facts facts, Set<String> instruments) {
		Set<String> kept = new HashSet<>();
		Set<String> brought = new HashSet<>();
		for (Instrument it : facts.all(Instrument.class)) {
			Set<String> owners = instruments.contains(it.id()) ? brought : kept;
			it.imposes().forEach(ref -> owners.add(ref.id()));
			it.effects().forEach(ref -> owners.add(ref.id()));
		}
		return new Facts(facts.all().filter(it -> !instruments.contains(it.id()))
				.filter(it -> kept.contains(it.id()) || !brought.contains(it.id()))
				.map(it -> without(it, instruments)).toList());
	}

	// What an act found, and whom it made a member, goes with it.
	private static Entity without(Entity entity, Set<String> instruments) {
		return switch (entity) {
			case Category it -> new Category(it.id(), it.name(), it.aliases(), it.partOf(), it.criterion(), it.test(),
					it.members().stream().filter(member -> !isBy(member.by(), instruments)).toList(), it.evidence());
			case Condition it when it.findings().stream().anyMatch(finding -> isBy(finding.act(), instruments)) ->
				new Condition(it.id(), it.title(), it.text(), it.modality(), it.action(), it.bearers(), it.scope(),
						it.exceptionTo(), it.period(), it.endsAfter(), it.performance(), it.deadline(),
						it.deadlineAfter(),
						it.findings().stream().filter(finding -> !isBy(finding.act(), instruments)).toList(),
						it.penalty(), it.onceMet(), it.unlessBreached(), it.evidence());
			default -> entity;
		};
	}

	private static boolean isBy(@Nullable Ref<Instrument> by, Set<String> instruments) {
		return by != null && instruments.contains(by.id());
	}

	private static Question on(LocalDate day, Question question) {
		return new Question(question.model(), day, question.reportedBy(), question.territory());
	}
}
