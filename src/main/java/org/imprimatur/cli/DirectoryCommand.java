package org.imprimatur.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.imprimatur.embedded.Backup;
import org.imprimatur.embedded.DataDirectory;
import org.imprimatur.ledger.Verdict;
import org.imprimatur.ledger.Verification;
import org.springframework.context.ConfigurableApplicationContext;

/** A command on the directory of an embedded graph. */
abstract class DirectoryCommand extends GraphCommand {

	/**
	 * Where the embedded graph is kept.
	 *
	 * @throws Failure if there is none
	 */
	static DataDirectory directory(ConfigurableApplicationContext context) {
		DataDirectory directory = context.getBeanProvider(DataDirectory.class).getIfAvailable();
		if (directory == null) {
			throw new Failure(Commands.FAILED,
					"The graph is a Neo4j server's: neo4j-admin backs it up and restores it (docs/operations.md).");
		}
		return directory;
	}

	/** Makes the graph of a directory from a backup, and tells what verification finds in it. */
	int restoreAndVerify(Path backup, DataDirectory directory) throws IOException {
		Backup.restore(backup, directory);
		return inContext(List.of("--imprimatur.data-directory=" + directory.path()),
				context -> withGraph(context, Verification.class, this::verify));
	}

	private int verify(Verification verification) {
		Verdict verdict = verification.verify((revisions, states) -> {
		});
		out().println(verdict.sentence());
		if (verdict instanceof Verdict.Verified verified) {
			out().printf("The newest has the chainDigest %s.%n", verified.head().chainDigest());
		}
		return verdict instanceof Verdict.Tampered ? Commands.NO : 0;
	}

	static Failure failed(String what, IOException problem) {
		return new Failure(Commands.FAILED, "%s: %s".formatted(what, problem.getMessage()));
	}

	static void require(boolean right, String sentence) {
		if (!right) {
			throw new Failure(Commands.FAILED, sentence);
		}
	}

	static Path parent(Path file) throws IOException {
		return Files.createDirectories(file.toAbsolutePath().normalize().resolveSibling(""));
	}
}
