package org.imprimatur.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.imprimatur.answer.ConditionSetReader;
import org.imprimatur.force.ConditionSet;
import org.imprimatur.force.Question;
import org.springframework.stereotype.Component;

/** Condition sets as the fields that ask for them answer with them. */
@Component
class ConditionSetAnswers {

	private final ConditionSetReader conditionSets;
	private final Clock clock;

	ConditionSetAnswers(ConditionSetReader conditionSets, Clock clock) {
		this.conditionSets = conditionSets;
		this.clock = clock;
	}

	/** What the arguments of a field ask of a model; a day that is not given is today. */
	Question question(String model, Map<String, Object> arguments) {
		LocalDate asOf = (LocalDate) arguments.get("asOf");
		return new Question(model, asOf == null ? LocalDate.now(clock) : asOf, (LocalDate) arguments.get("reportedBy"),
				(String) arguments.get("territory"));
	}

	/**
	 * The answers to questions, in their order, with one statement at most.
	 *
	 * @throws Refusal if there is no such model at the revision
	 */
	List<ConditionSetAnswer> to(Collection<Question> questions, int revision) {
		Map<Question, ConditionSet> sets = conditionSets.read(questions, revision);
		return questions.stream().map(question -> ConditionSetAnswer.of(known(sets, question), revision)).toList();
	}

	private static ConditionSet known(Map<Question, ConditionSet> sets, Question question) {
		ConditionSet set = sets.get(question);
		if (set == null) {
			throw new Refusal(Refusal.Code.NOT_FOUND,
					"there is no model '%s': take an id from models".formatted(question.model()));
		}
		return set;
	}
}
