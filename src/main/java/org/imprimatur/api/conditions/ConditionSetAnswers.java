package org.imprimatur.api.conditions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.imprimatur.answer.ConditionSetReader;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.knowledge.Facts;
import org.springframework.stereotype.Component;

/** Condition sets as the fields that ask for them answer with them. */
@Component
public class ConditionSetAnswers {

	private final ConditionSetReader conditionSets;
	private final Clock clock;

	public ConditionSetAnswers(ConditionSetReader conditionSets, Clock clock) {
		this.conditionSets = conditionSets;
		this.clock = clock;
	}

	/** What the arguments of a field ask of a model; a day that is not given is today. */
	public Question question(String model, Map<String, Object> arguments) {
		LocalDate asOf = (LocalDate) arguments.get("asOf");
		return new Question(model, asOf == null ? LocalDate.now(clock) : asOf, (LocalDate) arguments.get("reportedBy"),
				(String) arguments.get("territory"));
	}

	/**
	 * The answers to questions, in their order, with one statement at most.
	 *
	 * @throws Refusal if there is no such model at the revision
	 */
	public List<ConditionSetAnswer> to(Collection<Question> questions, int revision) {
		return sets(questions, revision).stream().map(set -> ConditionSetAnswer.of(set, revision)).toList();
	}

	/** The same as the rules answer them. */
	public List<ConditionSet> sets(Collection<Question> questions, int revision) {
		Map<Question, ConditionSet> sets = conditionSets.read(questions, revision);
		return questions.stream().map(question -> known(sets, question)).toList();
	}

	/**
	 * All that may bear on some models, by their ids, with one statement at most.
	 *
	 * @throws Refusal if one of them is no model at the revision
	 */
	public Map<String, Facts> facts(Collection<String> models, int revision) {
		Map<String, Facts> facts = conditionSets.facts(models, revision);
		models.stream().filter(model -> !facts.containsKey(model)).findFirst().ifPresent(model -> {
			throw unknown(model);
		});
		return facts;
	}

	private static ConditionSet known(Map<Question, ConditionSet> sets, Question question) {
		ConditionSet set = sets.get(question);
		if (set == null) {
			throw unknown(question.model());
		}
		return set;
	}

	private static Refusal unknown(String model) {
		return Refusal.noNode(model, "there is no model '%s': take an id from models".formatted(model));
	}
}
