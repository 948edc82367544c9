package org.imprimatur.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.imprimatur.answer.PublicationDifference;
import org.imprimatur.dossier.DossierFile;
import org.imprimatur.dossier.DossierReader;
import org.imprimatur.dossier.Reading;
import org.imprimatur.graph.record.Cause;
import org.imprimatur.graph.record.Revision;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.ledger.Ledger;
import org.imprimatur.ledger.Publication;
import org.imprimatur.ledger.PublicationRefused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Publishes dossiers, or says what that would change. */
@Command(name = "publish")
final class PublishCommand extends GraphCommand implements Callable<Integer> {

	@Parameters(paramLabel = "FILE|DIR", arity = "1..*", descriptionKey = "places")
	private List<Path> places = List.of();

	@Option(names = "--author", paramLabel = "NAME")
	private @Nullable String author;

	@Option(names = "--message", paramLabel = "TEXT")
	private @Nullable String message;

	@Option(names = "--cause", converter = CauseConverter.class, completionCandidates = CauseConverter.class)
	private @Nullable Cause cause;

	@Option(names = "--base", paramLabel = "N")
	private @Nullable Integer base;

	@Option(names = "--as-of", paramLabel = "DAY", converter = DayConverter.class)
	private @Nullable LocalDate asOf;

	@Option(names = "--dry-run")
	private boolean dryRun;

	@Override
	public Integer call() {
		// An option that is misspelt is told before what it leaves missing.
		settings();
		if (!dryRun) {
			require(Map.of("--author", Optional.ofNullable(author), "--message", Optional.ofNullable(message),
					"--cause", Optional.ofNullable(cause)));
		}
		List<DossierFile> files = DossierFiles.read(places, err());
		return withGraph(Ledger.class, ledger -> publish(files, ledger));
	}

	private void require(Map<String, Optional<?>> given) {
		List<String> missing = new TreeMap<>(given).entrySet().stream()
				.filter(it -> it.getValue().map(value -> value.toString().isBlank()).orElse(true))
				.map(Map.Entry::getKey).toList();
		if (!missing.isEmpty()) {
			throw new ParameterException(command().commandLine(),
					"A publication says who made it, what changes, and why: give %s, or --dry-run"
							.formatted(String.join(", ", missing)));
		}
	}

	private int publish(List<DossierFile> files, Ledger ledger) {
		int newest = ledger.head();
		List<DossierContents> before = ledger.contents(newest);
		List<DossierContents> dossiers = accepted(files, before);
		Publication publication = new Publication(dossiers, base == null ? newest : base, orNone(author),
				orNone(message), cause == null ? Cause.OUR_CORRECTION : cause);
		try {
			int changes = ledger.changes(publication).size();
			if (changes == 0) {
				out().println("Nothing differs from revision %d: there is nothing to publish.".formatted(newest));
				return 0;
			}
			begun(dryRun ? "Comparing" : "Publishing", changes, "change");
			Optional<Revision> revision = dryRun ? Optional.empty() : publish(publication, changes, ledger);
			PublicationDifference difference = PublicationDifference.of(before, publication,
					asOf == null ? LocalDate.now(ZoneOffset.UTC) : asOf);
			DifferenceReport shown = new DifferenceReport(out());
			shown.entities(difference.entities());
			shown.conditionSets(difference.conditionSets());
			out().printf("%n%s%n", revision.map(it -> "Published revision %d.".formatted(it.number()))
					.orElse("Nothing was published: this was a dry run."));
			return 0;
		} catch (PublicationRefused refused) {
			throw new Failure(Commands.NO, "Nothing was published: %s.".formatted(refused.getMessage()));
		}
	}

	private Optional<Revision> publish(Publication publication, int changes, Ledger ledger) {
		AtomicInteger written = new AtomicInteger();
		return ledger.publish(publication, records -> {
			int now = written.addAndGet(records);
			if (changes > MANY) {
				err().printf("Wrote %,d of them.%n", now);
			}
		});
	}

	private List<DossierContents> accepted(List<DossierFile> files, List<DossierContents> others) {
		return switch (DossierReader.read(files, others)) {
			case Reading.Accepted it -> it.dossiers();
			case Reading.Refused refused -> {
				refused.mistakes().forEach(out()::println);
				throw new Failure(Commands.NO, "The dossiers have mistakes, and nothing was published.");
			}
		};
	}

	private static String orNone(@Nullable String text) {
		return text == null ? "" : text;
	}
}
