package org.imprimatur.api.fetch;

import graphql.schema.GraphQLSchema;
import graphql.schema.SelectedField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.imprimatur.api.computed.ComputedField;
import org.imprimatur.api.conditions.ConditionSetAnswer;
import org.imprimatur.api.conditions.ConditionSetAnswers;
import org.imprimatur.api.page.Edge;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.graph.selection.GraphReader;
import org.imprimatur.graph.selection.Page;
import org.imprimatur.graph.selection.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The condition sets that are selected below entities. However many models ask, they take two statements more: one for
 * the facts, one for what is selected below them (design, "The API").
 */
@Component
class NestedConditionSets extends ComputedField<NestedConditionSets.Arguments> {

	private final ConditionSetAnswers answers;
	private final GraphReader graph;

	NestedConditionSets(ConditionSetAnswers answers, GraphReader graph) {
		super("Model", "conditionSet", Arguments.class, ConditionSetAnswer.class);
		this.answers = answers;
		this.graph = graph;
	}

	/** What is asked of the model that the field stands at. */
	record Arguments(@Nullable LocalDate asOf, @Nullable LocalDate reportedBy, @Nullable String territory) {
	}

	/** A condition set to be computed, and where it goes. */
	private record Pending(Question question, SelectedField field, Row row) {
	}

	/** Computes the condition sets that were selected anywhere below what a statement has found. */
	void complete(@Nullable Object found, Collection<SelectedField> selected, GraphQLSchema schema, int revision) {
		if (selected.stream().noneMatch(NestedConditionSets::leads)) {
			return;
		}
		List<Pending> pending = new ArrayList<>();
		collect(found, selected, pending);
		List<ConditionSetAnswer> sets = answers.to(pending.stream().map(Pending::question).toList(), revision);
		Hydration hydration = new Hydration(schema);
		for (int place = 0; place < sets.size(); place++) {
			Pending asked = pending.get(place);
			asked.row().followed().put(asked.field().getResultKey(),
					hydration.row(sets.get(place), asked.field().getSelectionSet().getImmediateFields()));
		}
		hydration.fill(graph, revision);
	}

	/** Whether a condition set is selected by a field or below it, of which most operations have none. */
	private static boolean leads(SelectedField field) {
		return isComputed(field) || field.getSelectionSet().getImmediateFields().stream()
				.anyMatch(NestedConditionSets::leads);
	}

	private static boolean isComputed(SelectedField field) {
		return Selections.definition(field).hasAppliedDirective("computed");
	}

	private void collect(@Nullable Object found, Collection<SelectedField> selected, List<Pending> pending) {
		switch (found) {
			case null -> {
			}
			case List<?> list -> list.forEach(element -> collect(element, selected, pending));
			case Page page -> selected.forEach(field -> collectPage(page, field, pending));
			// Fields of different types may stand under one response key: only those of the row's own type are meant.
			case Row row -> selected.stream().filter(field -> isOf(field, row)).forEach(field -> {
				if (isComputed(field)) {
					pending.add(new Pending(question(row, bound(field.getArguments())), field, row));
				} else {
					collect(row.followed().get(field.getResultKey()), field.getSelectionSet().getImmediateFields(),
							pending);
				}
			});
			default -> {
			}
		}
	}

	private Question question(Row model, Arguments arguments) {
		return answers.question(String.valueOf(model.id()), arguments.asOf(), arguments.reportedBy(),
				arguments.territory());
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
}
