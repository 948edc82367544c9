package org.imprimatur.api.conditions;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.answer.ConditionSetReader;
import org.imprimatur.answer.Receipt;
import org.imprimatur.api.computed.ComputedField;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.force.assess.Assessments;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Party;
import org.springframework.stereotype.Component;

/** Answers {@code assess}. */
@Component
class AssessField implements ComputedField {

	private final ConditionSetAnswers answers;
	private final ConditionSetReader conditionSets;

	AssessField(ConditionSetAnswers answers, ConditionSetReader conditionSets) {
		this.answers = answers;
		this.conditionSets = conditionSets;
	}

	@Override
	public String name() {
		return "assess";
	}

	@Override
	public Class<AssessmentAnswer> type() {
		return AssessmentAnswer.class;
	}

	@Override
	public AssessmentAnswer answer(Map<String, Object> arguments, int revision) {
		String party = String.valueOf(arguments.get("party"));
		if (Kind.find(party).filter(it -> Party.class.isAssignableFrom(it.type())).isEmpty()) {
			throw new Refusal(Refusal.Code.BAD_ARGUMENT,
					"'%s' is no party: give the id of a company, an agency, a person or a category".formatted(party));
		}
		Question question = answers.question(String.valueOf(arguments.get("model")), arguments);
		Facts known = Objects
				.requireNonNull(answers.facts(List.of(question.model()), revision).get(question.model()));
		Facts who = conditionSets.lineages(Set.of(party), revision);
		if (who.find(party, Party.class).isEmpty()) {
			throw Refusal.noNode(party,
					"there is no party '%s': take an id from companies, agencies, persons or categories"
							.formatted(party));
		}
		Facts facts = new Facts(Stream.concat(known.all(), who.all()).toList());
		Receipt receipt = new Receipt(answers.sets(List.of(question), revision).getFirst(), revision);
		return AssessmentAnswer.of(
				Assessments.of(facts, question, party, Action.valueOf(String.valueOf(arguments.get("action")))),
				receipt);
	}
}
