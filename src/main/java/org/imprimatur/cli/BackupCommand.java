package org.imprimatur.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.imprimatur.embedded.DataDirectory;
import org.imprimatur.embedded.EmbeddedNeo4j;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Copies the embedded graph into a file, also while it is served, and proves the copy. */
@Command(name = "backup")
final class BackupCommand extends DirectoryCommand implements Callable<Integer> {

	@Parameters(paramLabel = "FILE", descriptionKey = "file")
	private Path file = Path.of("");

	@Override
	public Integer call() {
		return inContext(List.of(), this::backup);
	}

	private int backup(ConfigurableApplicationContext context) {
		DataDirectory directory = directory(context);
		require(directory.holdsGraph(), "There is no graph in %s.".formatted(directory.path()));
		require(!Files.exists(file), "%s is there already: name another file.".formatted(file));
		try {
			Path beside = parent(file);
			Path unproved = Files.createTempFile(beside, "unproved", ".dump");
			Path proof = Files.createTempDirectory(beside, "proof");
			try {
				if (directory.isOpen()) {
					Files.move(madeByServer(context.getEnvironment().getProperty("management.server.port", "")),
							unproved, StandardCopyOption.REPLACE_EXISTING);
				} else {
					withGraph(context, EmbeddedNeo4j.class, graph -> written(graph, unproved));
				}
				int ended = restoreAndVerify(unproved, new DataDirectory(proof));
				Files.move(unproved, file);
				out().printf("Backed up to %s.%n", file);
				return ended;
			} finally {
				Files.deleteIfExists(unproved);
				FileSystemUtils.deleteRecursively(proof);
			}
		} catch (IOException e) {
			throw failed("Nothing was backed up to " + file, e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new Failure(Commands.FAILED, "Nothing was backed up: this was interrupted.");
		}
	}

	private static int written(EmbeddedNeo4j graph, Path to) {
		try {
			return graph.backup(to);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Only the process that has a graph open can copy it. */
	private static Path madeByServer(String port) throws IOException, InterruptedException {
		URI address = URI.create("http://127.0.0.1:%s/actuator/backup".formatted(port));
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> made = client.send(
					HttpRequest.newBuilder(address).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
			if (made.statusCode() != 200) {
				throw new IOException("%s answered %d: %s".formatted(address, made.statusCode(), made.body()));
			}
			return Path.of(JsonMapper.shared().readTree(made.body()).path("file").asString());
		} catch (java.net.ConnectException e) {
			throw new IOException(
					"a process has the graph open, and none answers at %s: give its --management.server.port"
							.formatted(address),
					e);
		}
	}
}
