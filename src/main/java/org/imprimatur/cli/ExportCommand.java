package org.imprimatur.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.imprimatur.dossier.DossierFile;
import org.imprimatur.dossier.DossierReader;
import org.imprimatur.dossier.DossierWriter;
import org.imprimatur.graph.record.Revision;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the dossiers of a revision. */
@Command(name = "export")
final class ExportCommand extends GraphCommand implements Callable<Integer> {

	private static final String SCHEMA = "dossier.schema.json";

	@Parameters(paramLabel = "DIR", descriptionKey = "directory")
	private Path directory = Path.of("");

	@Option(names = "--revision", paramLabel = "N")
	private @Nullable Integer number;

	@Option(names = "--replace")
	private boolean replace;

	@Override
	public Integer call() {
		try {
			if (Files.isDirectory(directory) && !replace && !isEmpty(directory)) {
				throw new Failure(Commands.FAILED,
						"%s is not empty: name another directory, or say --replace.".formatted(directory));
			}
			return withGraph(Ledger.class, this::export);
		} catch (IOException e) {
			throw unwritten(e);
		}
	}

	private int export(Ledger ledger) {
		Revision revision = Revisions.find(number == null ? ledger.head() : number, ledger);
		List<DossierContents> contents = ledger.contents(revision.number());
		int facts = (int) contents.stream().flatMap(DossierContents::all).count();
		begun("Writing", facts, "fact");
		List<DossierFile> files = contents.stream().map(DossierWriter::write).toList();
		try {
			write(files);
		} catch (IOException e) {
			throw unwritten(e);
		}
		out().printf("Wrote revision %d to %s: %s with %s.%nIts contentDigest is %s.%n", revision.number(), directory,
				Phrases.count(files.size(), "dossier"),
				Phrases.count(facts, "fact"),
				revision.contentDigest());
		return 0;
	}

	private void write(List<DossierFile> files) throws IOException {
		Files.createDirectories(directory);
		for (Path dossier : DossierFiles.in(directory)) {
			Files.delete(dossier);
		}
		for (DossierFile file : files) {
			Files.write(directory.resolve(file.name()), file.bytes());
		}
		// Editors find it by the first line of each dossier.
		try (InputStream schema = Objects
				.requireNonNull(DossierReader.class.getResourceAsStream("/seed-data/" + SCHEMA))) {
			Files.copy(schema, directory.resolve(SCHEMA), StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static boolean isEmpty(Path directory) throws IOException {
		try (var files = Files.list(directory)) {
			return files.findAny().isEmpty();
		}
	}

	private Failure unwritten(IOException problem) {
		return new Failure(Commands.FAILED, "%s cannot be written to: %s".formatted(directory, problem.getMessage()));
	}
}
