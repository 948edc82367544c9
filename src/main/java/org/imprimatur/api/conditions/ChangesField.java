package org.imprimatur.api.conditions;

import java.time.LocalDate;
import java.util.List;
import org.imprimatur.api.computed.RootField;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.force.compare.Changes;
import org.imprimatur.force.compare.Difference;
import org.imprimatur.force.compare.DifferenceSentences;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.knowledge.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers {@code changes}. */
@Component
class ChangesField extends RootField<ChangesField.Arguments> {

	private static final int DAYS = 400;

	private final ConditionSetAnswers answers;

	ChangesField(ConditionSetAnswers answers) {
		super("changes", Arguments.class, ConditionSetDiffAnswer.class);
		this.answers = answers;
	}

	/** What is asked. */
	record Arguments(String model, LocalDate from, LocalDate to, @Nullable LocalDate reportedBy,
			@Nullable String territory) {
	}

	@Override
	public ConditionSetDiffAnswer answer(Arguments arguments, int revision) {
		LocalDate from = arguments.from();
		LocalDate to = arguments.to();
		if (from.isAfter(to)) {
			throw new Refusal(Code.BAD_ARGUMENT,
					"from is %s and lies after to, which is %s: give the earlier day as from".formatted(from, to));
		}
		Facts facts = answers.facts(arguments.model(), revision);
		int days = Changes.days(facts, from, to).size();
		if (days > DAYS) {
			throw new Refusal(Code.LIMIT_EXCEEDED,
					"something may change on %d days from %s to %s, and %d is the limit: ask for a shorter interval"
							.formatted(days, from, to, DAYS));
		}
		Question last = new Question(arguments.model(), to, arguments.reportedBy(), arguments.territory());
		Difference difference = Changes.between(facts, from, last);
		return ConditionSetDiffAnswer.of(difference, DifferenceSentences.between(facts, difference), List.of(),
				revision);
	}
}
