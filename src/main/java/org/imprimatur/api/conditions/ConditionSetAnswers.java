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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Condition sets as the fields that ask for them answer with them. */
@Component
public class ConditionSetAnswers {

	private final ConditionSetReader conditionSets;
	private final Clock clock;

	ConditionSetAnswers(ConditionSetReader conditionSets, Clock clock) {
		this.conditionSets = conditionSets;
		this.clock = clock;
	}

	/** What is asked of a model; a day that is not given is today. */
	public Question question(String model, @Nullable LocalDate asOf, @Nullable LocalDate reportedBy,
			@Nullable String territory) {
		return new Question(model, asOf == null ? LocalDate.now(clock) : asOf, reportedBy, territory);
	}

	/**
	 * The answers to questions, in their order, with one statement at most.
	 *
	 * @throws Refusal if there is no such model at the revision
	 */
	public List<ConditionSetAnswer> to(Collection<Question> questions, int revision) {
		return sets(questions, revision).stream().map(set -> ConditionSetAnswer.of(set, revision)).toList();
	}

	/**
	 * The answers to questions, in their order, with one statement at most; in the place of a question about what is no
	 * model, why it is refused.
	 */
	List<Object> each(Collection<Question> questions, int revision) {
		Map<Question, ConditionSet> sets = known(questions, revision);
		return questions.stream().<Object>map(question -> sets.get(question) instanceof ConditionSet set
				? ConditionSetAnswer.of(set, revision)
				: noModel(question.model())).toList();
	}

	/** As the rules answer the questions about models that there are, in their order. */
	Map<Question, ConditionSet> known(Collection<Question> questions, int revision) {
		return conditionSets.read(questions, revision);
	}

	/** The same as the rules answer them. */
	List<ConditionSet> sets(Collection<Question> questions, int revision) {
		Map<Question, ConditionSet> sets = known(questions, revision);
		return questions.stream().map(question -> known(sets.get(question), question.model())).toList();
	}

	/**
	 * All that may bear on a model, with one statement at most.
	 *
	 * @throws Refusal if there is no such model at the revision
	 */
	Facts facts(String model, int revision) {
		return known(conditionSets.facts(List.of(model), revision).get(model), model);
	}

	private static <T> T known(@Nullable T found, String model) {
		if (found == null) {
			throw noModel(model);
		}
		return found;
	}

	/** Refuses an id of which there is no model. */
	public static Refusal noModel(String model) {
		return Refusal.noNode(model, "there is no model '%s': take an id from models".formatted(model));
	}
}
