package org.imprimatur.api.explore;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.imprimatur.api.computed.RootField;
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
class CoverageField extends RootField<CoverageField.Arguments> {

	private final SurveyReader surveys;

	CoverageField(SurveyReader surveys) {
		super("coverage", Arguments.class, GraphCoverage.class);
		this.surveys = surveys;
	}

	/** What is asked. */
	record Arguments(@Nullable List<String> of) {
	}

	/** What the graph claims to know. */
	record GraphCoverage(List<Ref<Dossier>> dossiers, @Nullable EdtfDate through, List<ReliabilityCount> sources,
			int facts, List<String> gaps) {
	}

	/** How many sources can be trusted so far. */
	record ReliabilityCount(Reliability reliability, int count) {
	}

	@Override
	public GraphCoverage answer(Arguments arguments, int revision) {
		Covered covered = surveys.coverage(arguments.of() == null ? List.of() : arguments.of(), revision);
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
				(int) facts.all(Source.class).stream().filter(source -> source.countsAs() == reliability).count());
	}
}
