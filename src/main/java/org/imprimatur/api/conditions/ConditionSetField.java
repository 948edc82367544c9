package org.imprimatur.api.conditions;

import java.time.LocalDate;
import java.util.List;
import org.imprimatur.api.computed.RootField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers {@code conditionSet}. */
@Component
class ConditionSetField extends RootField<ConditionSetField.Arguments> {

	private final ConditionSetAnswers answers;

	ConditionSetField(ConditionSetAnswers answers) {
		super("conditionSet", Arguments.class, ConditionSetAnswer.class);
		this.answers = answers;
	}

	/** What is asked. */
	record Arguments(String model, @Nullable LocalDate asOf, @Nullable LocalDate reportedBy,
			@Nullable String territory) {
	}

	@Override
	public ConditionSetAnswer answer(Arguments arguments, int revision) {
		return answers.to(List.of(answers.question(arguments.model(), arguments.asOf(), arguments.reportedBy(),
				arguments.territory())), revision).getFirst();
	}
}
