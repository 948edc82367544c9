package org.imprimatur.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.imprimatur.embedded.DataDirectory;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes an embedded graph from a backup. */
@Command(name = "restore")
final class RestoreCommand extends DirectoryCommand implements Callable<Integer> {

	@Parameters(paramLabel = "FILE", descriptionKey = "file")
	private Path file = Path.of("");

	@Override
	public Integer call() {
		return inContext(List.of(), this::restore);
	}

	private int restore(ConfigurableApplicationContext context) {
		DataDirectory directory = directory(context);
		require(!directory.holdsGraph(),
				"There is a graph in %s already: move it away, or set IMPRIMATUR_DATA_DIRECTORY to another directory."
						.formatted(directory.path()));
		try {
			int ended = restoreAndVerify(file, directory);
			out().printf("Restored to %s.%n", directory.path());
			return ended;
		} catch (IOException e) {
			throw failed("Nothing can be restored from " + file, e);
		}
	}
}
