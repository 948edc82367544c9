package org.imprimatur.api.conditions;

import java.util.List;
import java.util.Map;
import org.imprimatur.api.computed.ComputedField;
import org.springframework.stereotype.Component;

/** Answers {@code conditionSet}. */
@Component
class ConditionSetField implements ComputedField {

	private final ConditionSetAnswers answers;

	ConditionSetField(ConditionSetAnswers answers) {
		this.answers = answers;
	}

	@Override
	public String name() {
		return "conditionSet";
	}

	@Override
	public Class<ConditionSetAnswer> type() {
		return ConditionSetAnswer.class;
	}

	@Override
	public ConditionSetAnswer answer(Map<String, Object> arguments, int revision) {
		return answers.to(List.of(answers.question(String.valueOf(arguments.get("model")), arguments)), revision)
				.getFirst();
	}
}
