package org.imprimatur.api.conditions;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.imprimatur.api.computed.ComputedField;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.force.compare.ConditionMatrix;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers {@code compare}. */
@Component
class CompareField implements ComputedField {

	private static final int COLUMNS = 100;

	private final ConditionSetAnswers answers;

	CompareField(ConditionSetAnswers answers) {
		this.answers = answers;
	}

	@Override
	public String name() {
		return "compare";
	}

	@Override
	public Class<ConditionMatrixAnswer> type() {
		return ConditionMatrixAnswer.class;
	}

	@Override
	public ConditionMatrixAnswer answer(Map<String, Object> arguments, int revision) {
		List<?> models = ((List<?>) Objects.requireNonNull(arguments.get("models"))).stream().distinct().toList();
		List<?> days = arguments.get("asOf") instanceof List<?> given ? given.stream().distinct().toList() : List.of();
		int columns = models.size() * Math.max(1, days.size());
		if (columns > COLUMNS) {
			throw new Refusal(Refusal.Code.LIMIT_EXCEEDED,
					"%d models on %d days make %d columns, and %d is the limit: compare fewer at a time"
							.formatted(models.size(), days.size(), columns, COLUMNS));
		}
		List<ConditionSet> sets = answers.sets(models.stream().map(String::valueOf)
				.flatMap(model -> days.isEmpty()
						? Stream.of(question(model, null, arguments))
						: days.stream().map(day -> question(model, day, arguments)))
				.toList(), revision);
		return new ConditionMatrixAnswer(sets.stream().map(set -> ConditionSetAnswer.of(set, revision)).toList(),
				ConditionMatrix.of(sets).rows());
	}

	private Question question(String model, @Nullable Object day, Map<String, Object> arguments) {
		Map<String, Object> onDay = new HashMap<>(arguments);
		onDay.remove("asOf");
		if (day != null) {
			onDay.put("asOf", (LocalDate) day);
		}
		return answers.question(model, onDay);
	}
}
