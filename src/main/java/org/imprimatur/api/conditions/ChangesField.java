package org.imprimatur.api.conditions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.imprimatur.api.computed.ComputedField;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.force.compare.Changes;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.knowledge.Facts;
import org.springframework.stereotype.Component;

/** Answers {@code changes}. */
@Component
class ChangesField implements ComputedField {

	private static final int DAYS = 400;

	private final ConditionSetAnswers answers;

	ChangesField(ConditionSetAnswers answers) {
		this.answers = answers;
	}

	@Override
	public String name() {
		return "changes";
	}

	@Override
	public Class<ConditionSetDiffAnswer> type() {
		return ConditionSetDiffAnswer.class;
	}

	@Override
	public ConditionSetDiffAnswer answer(Map<String, Object> arguments, int revision) {
		String model = String.valueOf(arguments.get("model"));
		LocalDate from = (LocalDate) Objects.requireNonNull(arguments.get("from"));
		LocalDate to = (LocalDate) Objects.requireNonNull(arguments.get("to"));
		if (from.isAfter(to)) {
			throw new Refusal(Refusal.Code.BAD_ARGUMENT,
					"from is %s and lies after to, which is %s: give the earlier day as from".formatted(from, to));
		}
		Facts facts = Objects.requireNonNull(answers.facts(List.of(model), revision).get(model));
		int days = Changes.days(facts, from, to).size();
		if (days > DAYS) {
			throw new Refusal(Refusal.Code.LIMIT_EXCEEDED,
					"something may change on %d days from %s to %s, and %d is the limit: ask for a shorter interval"
							.formatted(days, from, to, DAYS));
		}
		Question last = new Question(model, to, (LocalDate) arguments.get("reportedBy"),
				(String) arguments.get("territory"));
		return ConditionSetDiffAnswer.of(Changes.between(facts, from, last), List.of(), revision);
	}
}
