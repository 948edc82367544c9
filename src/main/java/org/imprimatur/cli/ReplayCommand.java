package org.imprimatur.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.imprimatur.graph.record.Revision;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.EntityChange;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows the graph as it stood at a revision. */
@Command(name = "replay")
final class ReplayCommand extends GraphCommand implements Callable<Integer> {

	@Parameters(paramLabel = "N", descriptionKey = "number")
	private int number;

	@Override
	public Integer call() {
		return withGraph(Ledger.class, this::replay);
	}

	private int replay(Ledger ledger) {
		Revision revision = Revisions.find(number, ledger);
		List<DossierContents> contents = ledger.contents(number);
		begun("Digesting", (int) contents.stream().flatMap(DossierContents::all).count(), "fact");
		boolean same = Ledger.contentDigest(contents).equals(revision.contentDigest());
		PrintWriter out = out();
		out.printf("Revision %d%n", number);
		line(out, "published", revision.time());
		line(out, "author", revision.author());
		line(out, "message", revision.message());
		line(out, "cause", Phrases.of(revision.cause()));
		line(out, "chain", revision.chainDigest());
		line(out, "content", revision.contentDigest());
		line(out, "", same
				? "which the records that were live then still have."
				: "WHICH THE RECORDS THAT WERE LIVE THEN HAVE NO MORE: see what 'imprimatur verify' says.");
		line(out, "held", census(contents));
		out.printf("%nSince revision %d:%n", number - 1);
		new DifferenceReport(out).entities(EntityChange.between(ledger.contents(number - 1), contents));
		return same ? 0 : Commands.NO;
	}

	private static void line(PrintWriter out, String what, Object value) {
		out.printf("%-11s %s%n", what, value);
	}

	private static String census(List<DossierContents> contents) {
		Map<String, Long> counts = contents.stream().flatMap(DossierContents::all)
				.collect(Collectors.groupingBy(it -> Kind.ofId(it.id()).label(), TreeMap::new, Collectors.counting()));
		return counts.entrySet().stream().map(it -> "%s %d".formatted(it.getKey(), it.getValue()))
				.collect(Collectors.joining(", "));
	}
}
