package org.imprimatur.force.assess;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Party;

/** Whether a party may do something with a model, as far as the norms known say. */
public final class Assessments {

	private Assessments() {
	}

	/**
	 * Assesses an action. Without a territory it is the strictest place's answer.
	 *
	 * @param facts all that may bear on the model and on the party
	 * @param party the id of the company, agency, person or category that would act
	 * @throws IllegalArgumentException if the facts do not hold the model or the party
	 */
	public static Assessment of(Facts facts, Question question, String party, Action action) {
		AdmittedRecord record = new AdmittedRecord(facts, question.reportedBy());
		Party who = record.facts().find(party, Party.class).orElseThrow(
				() -> new IllegalArgumentException("'%s' is no party of these facts".formatted(party)));
		Model model = ConditionSets.model(record, question);
		SequencedMap<String, List<AppliedCondition>> byPlace = ConditionSets.byPlace(record, question);
		return byPlace.entrySet().stream()
				.map(it -> new AssessmentRule(record, model, who, action, question.asOf(), it.getKey(), it.getValue()))
				.min(Comparator.comparing((AssessmentRule it) -> Collections.min(it.possible()))
						.thenComparing(it -> Collections.max(it.possible())))
				.orElseThrow().assessment();
	}
}
