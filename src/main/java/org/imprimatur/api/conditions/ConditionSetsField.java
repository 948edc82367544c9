package org.imprimatur.api.conditions;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.imprimatur.api.computed.ComputedField;
import org.springframework.stereotype.Component;

/** Answers {@code conditionSets}. */
@Component
class ConditionSetsField implements ComputedField {

	private final ConditionSetAnswers answers;

	ConditionSetsField(ConditionSetAnswers answers) {
		this.answers = answers;
	}

	@Override
	public String name() {
		return "conditionSets";
	}

	@Override
	public Class<ConditionSetAnswer> type() {
		return ConditionSetAnswer.class;
	}

	@Override
	public List<ConditionSetAnswer> answer(Map<String, Object> arguments, int revision) {
		List<?> models = (List<?>) Objects.requireNonNull(arguments.get("models"));
		return answers.to(models.stream().map(model -> answers.question((String) model, arguments)).toList(), revision);
	}
}
