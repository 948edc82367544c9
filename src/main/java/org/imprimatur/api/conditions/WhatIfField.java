package org.imprimatur.api.conditions;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.answer.ConditionSetReader;
import org.imprimatur.api.computed.RootField;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.force.compare.Changes;
import org.imprimatur.force.compare.Difference;
import org.imprimatur.force.compare.DifferenceSentences;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Ref;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers {@code whatIf}. */
@Component
class WhatIfField extends RootField<WhatIfField.Arguments> {

	private final ConditionSetAnswers answers;
	private final ConditionSetReader conditionSets;

	WhatIfField(ConditionSetAnswers answers, ConditionSetReader conditionSets) {
		super("whatIf", Arguments.class, ConditionSetDiffAnswer.class);
		this.answers = answers;
		this.conditionSets = conditionSets;
	}

	/** What is asked. */
	record Arguments(String model, List<String> without, @Nullable LocalDate asOf,
			@Nullable LocalDate reportedBy, @Nullable String territory) {
	}

	@Override
	public ConditionSetDiffAnswer answer(Arguments arguments, int revision) {
		Set<String> without = new LinkedHashSet<>(arguments.without());
		without.forEach(WhatIfField::checkInstrument);
		Facts facts = answers.facts(arguments.model(), revision);
		Facts others = others(without, facts, revision);
		Question question = answers.question(arguments.model(), arguments.asOf(), arguments.reportedBy(),
				arguments.territory());
		Difference difference = Changes.without(facts, question, without);
		Facts named = new Facts(Stream.concat(facts.all(), others.all()).toList());
		List<Ref<Instrument>> instruments = without.stream().map(it -> new Ref<Instrument>(it)).toList();
		return ConditionSetDiffAnswer.of(difference, DifferenceSentences.without(named, difference, instruments),
				instruments, revision);
	}

	private static void checkInstrument(String id) {
		if (Kind.find(id).filter(it -> it.type() == Instrument.class).isEmpty()) {
			throw Refusal.noId(id,
					"'%s' is no instrument: take ids from instruments".formatted(id));
		}
	}

	// An instrument without bearing on the model makes no difference, but one that there is not is a mistake.
	private Facts others(Set<String> without, Facts facts, int revision) {
		Set<String> others = without.stream().filter(it -> facts.find(it, Instrument.class).isEmpty())
				.collect(Collectors.toUnmodifiableSet());
		if (others.isEmpty()) {
			return new Facts(List.of());
		}
		Facts known = conditionSets.lineages(others, revision);
		others.stream().filter(it -> known.find(it, Instrument.class).isEmpty()).sorted().findFirst().ifPresent(it -> {
			throw Refusal.noNode(it,
					"there is no instrument '%s': take ids from instruments".formatted(it));
		});
		return known;
	}
}
