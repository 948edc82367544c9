package org.imprimatur.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Makes a backup of the graph that is served, for whoever reaches the management port. It says where it lies, in the
 * data directory, and is not given away over HTTP. There is never more than one there.
 */
@Endpoint(id = "backup")
final class BackupEndpoint {

	private final EmbeddedNeo4j neo4j;
	private final DataDirectory directory;

	BackupEndpoint(EmbeddedNeo4j neo4j, DataDirectory directory) {
		this.neo4j = neo4j;
		this.directory = directory;
	}

	/**
	 * What was made.
	 *
	 * @param file where it lies
	 * @param revision the number of the revision that it holds
	 */
	record Made(String file, int revision) {
	}

	@WriteOperation
	synchronized Made make() throws IOException {
		Path backups = Files.createDirectories(directory.path().resolve("backups"));
		for (Path old : earlier(backups)) {
			Files.delete(old);
		}
		Path unfinished = Files.createTempFile(backups, "unfinished", "");
		int revision = neo4j.backup(unfinished);
		Path file = backups.resolve("revision-%d.dump".formatted(revision));
		Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
		return new Made(file.toString(), revision);
	}

	private static List<Path> earlier(Path backups) throws IOException {
		try (Stream<Path> files = Files.list(backups)) {
			return files.toList();
		}
	}
}
