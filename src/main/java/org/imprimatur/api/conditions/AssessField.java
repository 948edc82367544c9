package org.imprimatur.api.conditions;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.answer.ConditionSetReader;
import org.imprimatur.answer.Receipt;
import org.imprimatur.api.computed.RootField;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.force.assess.Assessments;
import org.imprimatur.force.assess.Conduct;
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
	record Arguments(String model, String party, Action action, @Nullable String recipient,
			@Nullable String destination, @Nullable String territory,
			@Nullable LocalDate asOf, @Nullable LocalDate reportedBy) {

		List<String> parties() {
			return Stream.of(party, recipient).filter(Objects::nonNull).distinct().toList();
		}
	}

	@Override
	public AssessmentAnswer answer(Arguments arguments, int revision) {
		List<String> parties = arguments.parties();
		parties.forEach(AssessField::checkIsParty);
		Question question = answers.question(arguments.model(), arguments.asOf(), arguments.reportedBy(),
				arguments.territory());
		Facts known = answers.facts(question.model(), revision);
		Facts who = conditionSets.lineages(Set.copyOf(parties), revision);
		parties.stream().filter(it -> who.find(it, Party.class).isEmpty()).findFirst().ifPresent(missing -> {
			throw Refusal.noNode(missing,
					"there is no party '%s': take an id from companies, agencies, persons or categories"
							.formatted(missing));
		});
		Facts facts = new Facts(Stream.concat(known.all(), who.all()).toList());
		Conduct conduct = new Conduct(arguments.party(), arguments.action(), arguments.recipient(),
				arguments.destination());
		Receipt receipt = new Receipt(answers.sets(List.of(question), revision).getFirst(), revision);
		return AssessmentAnswer.of(Assessments.of(facts, question, conduct), receipt);
	}

	private static void checkIsParty(String id) {
		if (Kind.find(id).filter(it -> Party.class.isAssignableFrom(it.type())).isEmpty()) {
			throw Refusal.noId(id,
					"'%s' is no party: give the id of a company, an agency, a person or a category".formatted(id));
		}
	}
}
