package org.imprimatur.api.explore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imprimatur.api.computed.RootField;
import org.imprimatur.api.conditions.ConditionSetAnswers;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.graph.walk.SurveyReader;
import org.imprimatur.graph.walk.SurveyReader.Survey;
import org.imprimatur.graph.walk.SurveyReader.Surveyed;
import org.imprimatur.knowledge.Agency;
import org.imprimatur.knowledge.Ref;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers {@code statistics}. */
@Component
class StatisticsField extends RootField<StatisticsField.Arguments> {

	private static final int MOST_MODELS = 1_000;
	/** The facts about more than these would fill the memory. */
	private static final int MODELS_AT_ONCE = 50;

	private final SurveyReader surveys;
	private final ConditionSetAnswers conditionSets;

	StatisticsField(SurveyReader surveys, ConditionSetAnswers conditionSets) {
		super("statistics", Arguments.class, Statistics.class);
		this.surveys = surveys;
		this.conditionSets = conditionSets;
	}

	/** What is asked. */
	record Arguments(@Nullable List<Facet> by, @Nullable LocalDate asOf) {
	}

	/** What is counted. */
	enum Facet {
		AGENCY,
		KIND,
		JURISDICTION,
		YEAR,
		STANDING,
		RELIABILITY
	}

	/** What was counted by each facet. */
	record Statistics(List<FacetCounts> facets) {
	}

	/** The counts of one facet; {@code uncounted} are the models beyond those that were looked at. */
	record FacetCounts(Facet facet, List<ValueCount> counts, int unknown, int uncounted) {
	}

	/** How many have one value. */
	record ValueCount(String value, @Nullable Ref<Agency> agency, int count) {
	}

	@Override
	public Statistics answer(Arguments arguments, int revision) {
		List<Facet> facets = arguments.by() == null
				? List.of(Facet.values())
				: arguments.by().stream().distinct().toList();
		Set<Survey> asked = facets.stream().filter(facet -> facet != Facet.STANDING)
				.map(facet -> Survey.valueOf(facet.name()))
				.collect(Collectors.toCollection(() -> EnumSet.noneOf(Survey.class)));
		Surveyed surveyed = surveys.count(asked, revision);
		return new Statistics(facets.stream()
				.map(facet -> facet == Facet.STANDING
						? standings(surveyed.models(), arguments.asOf(), revision)
						: counts(facet, surveyed))
				.toList());
	}

	private static FacetCounts counts(Facet facet, Surveyed surveyed) {
		List<ValueCount> counts = new ArrayList<>();
		int unknown = 0;
		for (SurveyReader.Count it : Objects.requireNonNull(surveyed.counts().get(Survey.valueOf(facet.name())))) {
			if (it.value() == null) {
				unknown += it.count();
			} else {
				counts.add(
						new ValueCount(it.value(), facet == Facet.AGENCY ? new Ref<>(it.value()) : null, it.count()));
			}
		}
		return new FacetCounts(facet, ordered(counts), unknown, 0);
	}

	private FacetCounts standings(List<String> models, @Nullable LocalDate asOf, int revision) {
		List<Question> counted = models.stream().limit(MOST_MODELS)
				.map(model -> conditionSets.question(model, asOf, null, null)).toList();
		Map<String, Long> levels = IntStream.iterate(0, from -> from < counted.size(), from -> from + MODELS_AT_ONCE)
				.mapToObj(from -> counted.subList(from, Math.min(counted.size(), from + MODELS_AT_ONCE)))
				.flatMap(some -> conditionSets.to(some, revision).stream())
				.collect(Collectors.groupingBy(set -> set.standing().level().name(), Collectors.counting()));
		return new FacetCounts(Facet.STANDING, ordered(levels.entrySet().stream()
				.map(level -> new ValueCount(level.getKey(), null, level.getValue().intValue())).toList()), 0,
				models.size() - counted.size());
	}

	private static List<ValueCount> ordered(List<ValueCount> counts) {
		return counts.stream().sorted(
				Comparator.comparingInt(ValueCount::count).reversed().thenComparing(ValueCount::value)).toList();
	}
}
