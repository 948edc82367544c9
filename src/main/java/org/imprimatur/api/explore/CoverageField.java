package org.imprimatur.api.explore;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.imprimatur.api.computed.ComputedField;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.graph.walk.SurveyReader;
import org.imprimatur.graph.walk.SurveyReader.Covered;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Source;
import org.imprimatur.knowledge.Source.Reliability;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers {@code coverage}. */
@Component
class CoverageField implements ComputedField {

	private final SurveyReader surveys;

	CoverageField(SurveyReader surveys) {
		this.surveys = surveys;
	}

	/** What the graph claims to know. */
	record GraphCoverage(List<Ref<Dossier>> dossiers, @Nullable EdtfDate through, List<ReliabilityCount> sources,
			int facts, List<String> gaps) {
	}

	/** How many sources can be trusted so far. */
	record ReliabilityCount(Reliability reliability, int count) {
	}

	@Override
	public String name() {
		return "coverage";
	}

	@Override
	public Class<GraphCoverage> type() {
		return GraphCoverage.class;
	}

	@Override
	public GraphCoverage answer(Map<String, Object> arguments, int revision) {
		List<String> of = arguments.get("of") instanceof List<?> ids
				? ids.stream().map(String::valueOf).toList()
				: List.of();
		Covered covered = surveys.coverage(of, revision);
		covered.unknown().stream().findFirst().ifPresent(id -> {
			throw Refusal.noNode(id);
		});
		Facts facts = covered.facts();
		List<Dossier> dossiers = facts.all(Dossier.class);
		return new GraphCoverage(dossiers.stream().map(it -> new Ref<Dossier>(it.id())).toList(),
				dossiers.stream().map(Dossier::through).min(Comparator.comparing(EdtfDate::latest)).orElse(null),
				Arrays.stream(Reliability.values()).map(reliability -> count(reliability, facts)).toList(),
				covered.citing(),
				dossiers.stream().flatMap(it -> it.gaps().stream()).distinct().toList());
	}

	private static ReliabilityCount count(Reliability reliability, Facts facts) {
		return new ReliabilityCount(reliability,
				(int) facts.all(Source.class).stream().filter(source -> source.reliability() == reliability).count());
	}
}
