package org.imprimatur.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.imprimatur.knowledge.Passage;
import org.imprimatur.knowledge.Sha256;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Computes the digests that a dossier records of documents and passages. */
@Command(name = "hash")
final class EvidenceHashCommand implements Callable<Integer> {

	@Spec
	private CommandSpec command = CommandSpec.create();

	@ArgGroup(multiplicity = "1")
	private Hashed hashed = new Hashed();

	private static final class Hashed {

		@Option(names = "--passage", paramLabel = "TEXT")
		private @Nullable String passage;

		@Option(names = "--document", paramLabel = "FILE")
		private @Nullable Path document;
	}

	@Override
	public Integer call() {
		command.commandLine().getOut().println(hashed.document == null
				? "passageSha256: " + passage(hashed.passage == null ? "" : hashed.passage)
				: "sha256: " + Sha256.of(DossierFiles.bytes(hashed.document)));
		return 0;
	}

	private static String passage(String words) {
		try {
			return Passage.digest(words);
		} catch (IllegalArgumentException e) {
			throw new Failure(Commands.NO, "There is no digest of it: %s.".formatted(e.getMessage()));
		}
	}
}
