package org.imprimatur.api.conditions;

import java.time.LocalDate;
import java.util.List;
import org.imprimatur.api.computed.RootField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers {@code conditionSets}. */
@Component
class ConditionSetsField extends RootField<ConditionSetsField.Arguments> {

	private final ConditionSetAnswers answers;

	ConditionSetsField(ConditionSetAnswers answers) {
		super("conditionSets", Arguments.class, ConditionSetAnswer.class);
		this.answers = answers;
	}

	/** What is asked. */
	record Arguments(List<String> models, @Nullable LocalDate asOf, @Nullable LocalDate reportedBy,
			@Nullable String territory) {
	}

	@Override
	public List<Object> answer(Arguments arguments, int revision) {
		return answers.each(arguments.models().stream().map(model -> answers.question(model, arguments.asOf(),
				arguments.reportedBy(), arguments.territory())).toList(), revision);
	}
}
