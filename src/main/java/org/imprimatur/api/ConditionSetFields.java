package org.imprimatur.api;

import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.imprimatur.answer.ConditionSetReader;
import org.imprimatur.force.ConditionSet;
import org.imprimatur.force.Question;
import org.imprimatur.graph.GraphReader;
import org.imprimatur.graph.Page;
import org.imprimatur.graph.Row;
import org.jspecify.annotations.Nullable;

/**
 * The fields that the rules of force compute. However many models ask, they take two statements more: one for the
 * facts, one for what is selected below (design §5).
 */
final class ConditionSetFields {

	private final ConditionSetReader conditionSets;
	private final GraphReader graph;
	private final Clock clock;

	ConditionSetFields(ConditionSetReader conditionSets, GraphReader graph, Clock clock) {
		this.conditionSets = conditionSets;
		this.graph = graph;
		this.clock = clock;
	}

	/** A condition set to be computed, and where it goes. */
	private record Pending(Question question, SelectedField field, Row row) {
	}

	/**
	 * The condition sets of some models, in their order.
	 *
	 * @throws Refusal if there is no such model at the revision
	 */
	List<Row> sets(List<String> models, Map<String, Object> arguments,
			DataFetchingFieldSelectionSet selected, Selections selections, int revision) {
		List<Question> questions = models.stream().map(model -> question(model, arguments)).toList();
		Map<Question, ConditionSet> sets = conditionSets.read(questions, revision);
		Hydration hydration = new Hydration(selections);
		List<Row> rows = questions.stream().map(question -> hydration
				.row(ConditionSetAnswer.of(known(sets, question), revision), selected.getImmediateFields())).toList();
		hydration.fill(graph, revision);
		return rows;
	}

	/** Computes the condition sets that were selected anywhere below what a statement has found. */
	void complete(@Nullable Object found, Collection<SelectedField> selected, Selections selections, int revision) {
		List<Pending> pending = new ArrayList<>();
		collect(found, selected, pending);
		if (pending.isEmpty()) {
			return;
		}
		Map<Question, ConditionSet> sets = conditionSets.read(
				pending.stream().map(Pending::question).distinct().toList(),
				revision);
		Hydration hydration = new Hydration(selections);
		for (Pending asked : pending) {
			asked.row().followed().put(asked.field().getResultKey(),
					hydration.row(ConditionSetAnswer.of(known(sets, asked.question()), revision),
							asked.field().getSelectionSet().getImmediateFields()));
		}
		hydration.fill(graph, revision);
	}

	private void collect(@Nullable Object found, Collection<SelectedField> selected, List<Pending> pending) {
		switch (found) {
			case null -> {
			}
			case List<?> list -> list.forEach(element -> collect(element, selected, pending));
			case Page page -> selected.forEach(field -> collectPage(page, field, pending));
			// Fields of different types may stand under one response key: only those of the row's own type are meant.
			case Row row -> selected.stream().filter(field -> isOf(field, row)).forEach(field -> {
				if (Selections.definition(field).hasAppliedDirective("computed")) {
					pending.add(new Pending(question(String.valueOf(row.id()), field.getArguments()), field, row));
				} else {
					collect(row.followed().get(field.getResultKey()), field.getSelectionSet().getImmediateFields(),
							pending);
				}
			});
			default -> {
			}
		}
	}

	private static boolean isOf(SelectedField field, Row row) {
		return row.type() == null || field.getObjectTypeNames().contains(row.type());
	}

	private void collectPage(Page page, SelectedField field, List<Pending> pending) {
		List<SelectedField> below = field.getSelectionSet().getImmediateFields();
		if (field.getName().equals("nodes")) {
			collect(page.listing(field.getResultKey()), below, pending);
		} else if (field.getName().equals("edges")) {
			below.forEach(node -> collect(page.listing(Edge.listing(field.getResultKey(), node.getResultKey())),
					node.getSelectionSet().getImmediateFields(), pending));
		}
	}

	private Question question(String model, Map<String, Object> arguments) {
		LocalDate asOf = (LocalDate) arguments.get("asOf");
		return new Question(model, asOf == null ? LocalDate.now(clock) : asOf, (LocalDate) arguments.get("reportedBy"),
				(String) arguments.get("territory"));
	}

	private static ConditionSet known(Map<Question, ConditionSet> sets, Question question) {
		ConditionSet set = sets.get(question);
		if (set == null) {
			throw new Refusal(Refusal.Code.NOT_FOUND,
					"there is no model '%s': take an id from models".formatted(question.model()));
		}
		return set;
	}
}
