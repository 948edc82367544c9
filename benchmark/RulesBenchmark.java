package org.imprimatur.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.imprimatur.dossier.DossierFile;
import org.imprimatur.dossier.DossierReader;
import org.imprimatur.dossier.Reading;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.graph.walk.FactsWalk;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** How long the rules take for a condition set, with the shipped facts about a model at hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class RulesBenchmark {

	@Param({"model/mythos-5", "model/chatgpt", "model/deepseek", "model/nvidia-h100"})
	String model = "";

	private AdmittedRecord record = new AdmittedRecord(new Facts(List.of()), null);
	private LocalDate day = LocalDate.of(2026, 1, 1);

	@Setup
	public void read() {
		List<DossierFile> files = DossierFile.shipped(new PathMatchingResourcePatternResolver());
		List<Entity> all = ((Reading.Accepted) DossierReader.read(files)).dossiers().stream()
				.flatMap(DossierContents::all).toList();
		Set<String> about = new FactsWalk(new Facts(all)).about(model);
		record = new AdmittedRecord(new Facts(all.stream().filter(it -> about.contains(it.id())).toList()), null);
		System.out.printf("%n%d facts about %s%n", record.recorded().size(), model);
	}

	/** On another day each time, as people ask. */
	@Benchmark
	public ConditionSet conditionSet() {
		day = day.isAfter(LocalDate.of(2026, 11, 1)) ? LocalDate.of(2026, 1, 1) : day.plusDays(1);
		return ConditionSets.of(record, new Question(model, day, null, null));
	}
}
