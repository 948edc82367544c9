package org.imprimatur.api.conditions;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.answer.ConditionSetReader;
import org.imprimatur.answer.Receipt;
import org.imprimatur.api.computed.RootField;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.force.assess.Assessments;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Party;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers {@code assess}. */
@Component
class AssessField extends RootField<AssessField.Arguments> {

	private final ConditionSetAnswers answers;
	private final ConditionSetReader conditionSets;

	AssessField(ConditionSetAnswers answers, ConditionSetReader conditionSets) {
		super("assess", Arguments.class, AssessmentAnswer.class);
		this.answers = answers;
		this.conditionSets = conditionSets;
	}

	/** What is asked. */
	record Arguments(String model, String party, Action action, @Nullable String territory,
			@Nullable LocalDate asOf, @Nullable LocalDate reportedBy) {
	}

	@Override
	public AssessmentAnswer answer(Arguments arguments, int revision) {
		String party = arguments.party();
		if (Kind.find(party).filter(it -> Party.class.isAssignableFrom(it.type())).isEmpty()) {
			throw new Refusal(Code.BAD_ARGUMENT,
					"'%s' is no party: give the id of a company, an agency, a person or a category".formatted(party));
		}
		Question question = answers.question(arguments.model(), arguments.asOf(), arguments.reportedBy(),
				arguments.territory());
		Facts known = answers.facts(question.model(), revision);
		Facts who = conditionSets.lineages(Set.of(party), revision);
		if (who.find(party, Party.class).isEmpty()) {
			throw Refusal.noNode(party,
					"there is no party '%s': take an id from companies, agencies, persons or categories"
							.formatted(party));
		}
		Facts facts = new Facts(Stream.concat(known.all(), who.all()).toList());
		Receipt receipt = new Receipt(answers.sets(List.of(question), revision).getFirst(), revision);
		return AssessmentAnswer.of(Assessments.of(facts, question, party, arguments.action()), receipt);
	}
}
