package org.imprimatur.api.conditions;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.answer.ConditionSetReader;
import org.imprimatur.api.computed.ComputedField;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.force.compare.Changes;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Ref;
import org.springframework.stereotype.Component;

/** Answers {@code whatIf}. */
@Component
class WhatIfField implements ComputedField {

	private final ConditionSetAnswers answers;
	private final ConditionSetReader conditionSets;

	WhatIfField(ConditionSetAnswers answers, ConditionSetReader conditionSets) {
		this.answers = answers;
		this.conditionSets = conditionSets;
	}

	@Override
	public String name() {
		return "whatIf";
	}

	@Override
	public Class<ConditionSetDiffAnswer> type() {
		return ConditionSetDiffAnswer.class;
	}

	@Override
	public ConditionSetDiffAnswer answer(Map<String, Object> arguments, int revision) {
		String model = String.valueOf(arguments.get("model"));
		Set<String> without = ((List<?>) Objects.requireNonNull(arguments.get("without"))).stream()
				.map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
		without.forEach(WhatIfField::checkInstrument);
		Facts facts = Objects.requireNonNull(answers.facts(List.of(model), revision).get(model));
		checkKnown(without, facts, revision);
		return ConditionSetDiffAnswer.of(Changes.without(facts, answers.question(model, arguments), without),
				without.stream().map(it -> new Ref<Instrument>(it)).toList(), revision);
	}

	private static void checkInstrument(String id) {
		if (Kind.find(id).filter(it -> it.type() == Instrument.class).isEmpty()) {
			throw new Refusal(Refusal.Code.BAD_ARGUMENT,
					"'%s' is no instrument: take ids from instruments".formatted(id));
		}
	}

	// An instrument without bearing on the model makes no difference, but one that there is not is a mistake.
	private void checkKnown(Set<String> without, Facts facts, int revision) {
		Set<String> others = without.stream().filter(it -> facts.find(it, Instrument.class).isEmpty())
				.collect(Collectors.toUnmodifiableSet());
		if (others.isEmpty()) {
			return;
		}
		Facts known = conditionSets.lineages(others, revision);
		others.stream().filter(it -> known.find(it, Instrument.class).isEmpty()).sorted().findFirst().ifPresent(it -> {
			throw Refusal.noNode(it,
					"there is no instrument '%s': take ids from instruments".formatted(it));
		});
	}
}
