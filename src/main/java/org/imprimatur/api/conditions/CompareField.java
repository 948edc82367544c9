package org.imprimatur.api.conditions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.api.computed.PartialAnswer;
import org.imprimatur.api.computed.RootField;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers {@code compare}. */
@Component
class CompareField extends RootField<CompareField.Arguments> {

	private static final int COLUMNS = 100;

	private final ConditionSetAnswers answers;

	CompareField(ConditionSetAnswers answers) {
		super("compare", Arguments.class, ConditionMatrixAnswer.class);
		this.answers = answers;
	}

	/** What is asked. */
	record Arguments(List<String> models, @Nullable List<LocalDate> asOf, @Nullable LocalDate reportedBy,
			@Nullable String territory) {
	}

	@Override
	public PartialAnswer answer(Arguments arguments, int revision) {
		List<String> models = arguments.models().stream().distinct().toList();
		List<LocalDate> days = arguments.asOf() == null ? List.of() : arguments.asOf().stream().distinct().toList();
		int columns = models.size() * Math.max(1, days.size());
		if (columns > COLUMNS) {
			throw new Refusal(Code.LIMIT_EXCEEDED,
					"%d models on %d days make %d columns, and %d is the limit: compare fewer at a time"
							.formatted(models.size(), days.size(), columns, COLUMNS));
		}
		Map<Question, ConditionSet> sets = answers.known(models.stream()
				.flatMap(model -> days.isEmpty()
						? Stream.of(question(model, null, arguments))
						: days.stream().map(day -> question(model, day, arguments)))
				.toList(), revision);
		Set<String> known = sets.keySet().stream().map(Question::model).collect(Collectors.toUnmodifiableSet());
		List<Refusal> refused = models.stream().filter(model -> !known.contains(model))
				.map(ConditionSetAnswers::noModel).toList();
		return new PartialAnswer(sets.isEmpty() && !refused.isEmpty()
				? null
				: ConditionMatrixAnswer.of(List.copyOf(sets.values()), revision), refused);
	}

	private Question question(String model, @Nullable LocalDate day, Arguments arguments) {
		return answers.question(model, day, arguments.reportedBy(), arguments.territory());
	}
}
