package org.imprimatur.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.dossier.DossierFile;
import org.imprimatur.dossier.DossierReader;
import org.imprimatur.dossier.Reading;
import org.imprimatur.force.timeline.TimelineEntry;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what a curator has to look at. */
@Command(name = "due")
final class DueCommand implements Callable<Integer> {

	@Spec
	private CommandSpec command = CommandSpec.create();

	@Parameters(paramLabel = "FILE|DIR", defaultValue = "seed-data", descriptionKey = "places")
	private List<Path> places = List.of();

	@Option(names = "--older-than", paramLabel = "DAYS", defaultValue = "90")
	private int bound;

	@Option(names = "--as-of", paramLabel = "DAY", converter = DayConverter.class)
	private @Nullable LocalDate asOf;

	@Override
	public Integer call() {
		PrintWriter out = command.commandLine().getOut();
		List<DossierFile> files = DossierFiles.read(places, command.commandLine().getErr());
		List<DossierContents> shipped = DossierFiles.shipped();
		return switch (DossierReader.read(files, shipped)) {
			case Reading.Accepted accepted -> {
				list(accepted.dossiers(), facts(accepted.dossiers(), shipped), out);
				yield 0;
			}
			case Reading.Refused refused -> {
				refused.mistakes().forEach(out::println);
				yield Commands.NO;
			}
		};
	}

	private static Facts facts(List<DossierContents> dossiers, List<DossierContents> shipped) {
		Set<String> own = dossiers.stream().map(it -> it.dossier().id()).collect(Collectors.toSet());
		return new Facts(Stream
				.concat(shipped.stream().filter(it -> !own.contains(it.dossier().id())), dossiers.stream())
				.flatMap(DossierContents::all).toList());
	}

	private void list(List<DossierContents> dossiers, Facts facts, PrintWriter out) {
		LocalDate day = asOf == null ? LocalDate.now(ZoneOffset.UTC) : asOf;
		List<Due> due = dossiers.stream().map(it -> Due.in(it, facts, day)).filter(it -> it.isDue(bound)).toList();
		for (Due it : due) {
			Dossier dossier = it.dossier();
			out.printf("%s  %s%n", dossier.id(), dossier.title());
			if (it.age() > bound) {
				EdtfDate reviewed = dossier.lastReviewed();
				out.printf("\t%s, %s ago%n", reviewed == null
						? "sources end on " + dossier.through().reading()
						: "last reviewed on " + reviewed.reading(), Phrases.count((int) it.age(), "day"));
			}
			it.deadlines().forEach(entry -> entry("no finding", entry, out));
			it.turns().forEach(entry -> entry("since then", entry, out));
		}
		out.printf("%d of %s to be looked at.%n", due.size(), Phrases.count(dossiers.size(), "dossier"));
	}

	private static void entry(String why, TimelineEntry it, PrintWriter out) {
		out.printf("\t%s  %-12s %s (%s)%n", why, it.date(), it.title(), it.node().id());
	}
}
