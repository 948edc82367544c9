package org.imprimatur.force.assess;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.force.record.AdmittedRecord;
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
	 * @param facts all that may bear on the model, on the party and on the recipient
	 * @throws IllegalArgumentException if the facts do not hold the model, the party or the recipient
	 */
	public static Assessment of(Facts facts, Question question, Conduct conduct) {
		AdmittedRecord record = new AdmittedRecord(facts, question.reportedBy());
		Party party = party(record, conduct.party());
		Party recipient = conduct.recipient() == null ? null : party(record, conduct.recipient());
		Model model = ConditionSets.model(record, question);
		Asked asked = new Asked(party, conduct.action(), recipient, conduct.destination());
		SequencedMap<String, List<AppliedCondition>> byPlace = ConditionSets.byPlace(record, question);
		return byPlace.entrySet().stream()
				.map(it -> new AssessmentRule(record, model, asked, question.asOf(), it.getKey(), it.getValue()))
				.min(Comparator.comparing((AssessmentRule it) -> Collections.min(it.possible()))
						.thenComparing(it -> Collections.max(it.possible())))
				.orElseThrow().assessment();
	}

	private static Party party(AdmittedRecord record, String id) {
		return record.facts().find(id, Party.class).orElseThrow(
				() -> new IllegalArgumentException("'%s' is no party of these facts".formatted(id)));
	}
}
