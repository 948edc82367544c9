package org.imprimatur.force.compare;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.force.judge.Imposed;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Condition sets side by side.
 *
 * @param columns the sets, each of a model and a day
 * @param rows the conditions, in the order in which the columns first have them
 */
public record ConditionMatrix(List<ConditionSet> columns, List<Row> rows) {

	/**
	 * One condition through all columns.
	 *
	 * @param condition the condition
	 * @param instrument the instrument that imposes it
	 * @param cells how it stands in each column, in their order
	 */
	public record Row(Ref<Condition> condition, Ref<Instrument> instrument, List<Cell> cells) {
	}

	/**
	 * One condition in one column.
	 *
	 * @param column the column's place, from 0
	 * @param model the column's model
	 * @param asOf the column's day
	 * @param applied how the condition stands; {@code null} where it does not reach the model, or was not issued yet
	 */
	public record Cell(int column, Ref<Model> model, LocalDate asOf, @Nullable AppliedCondition applied) {
	}

	/** The matrix of some condition sets. */
	public static ConditionMatrix of(List<ConditionSet> columns) {
		Map<Imposed, Map<Integer, AppliedCondition>> rows = new LinkedHashMap<>();
		IntStream.range(0, columns.size()).forEach(column -> columns.get(column).conditions()
				.forEach(it -> rows.computeIfAbsent(it.imposed(), key -> new LinkedHashMap<>()).put(column, it)));
		return new ConditionMatrix(columns, rows.entrySet().stream()
				.map(row -> new Row(row.getKey().condition(), row.getKey().by(), cells(columns, row.getValue())))
				.toList());
	}

	private static List<Cell> cells(List<ConditionSet> columns, Map<Integer, AppliedCondition> row) {
		return IntStream.range(0, columns.size()).mapToObj(column -> {
			Question question = columns.get(column).question();
			return new Cell(column, new Ref<>(question.model()), question.asOf(), row.get(column));
		}).toList();
	}
}
