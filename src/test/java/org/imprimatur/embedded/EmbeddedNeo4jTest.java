package org.imprimatur.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@Isolated("it reads all that is logged")
@ExtendWith(OutputCaptureExtension.class)
class EmbeddedNeo4jTest {

	private static final Config QUIET = Config.builder().withLogging(Logging.none()).build();

	@Test
	void onlyWhoKnowsThePasswordIsLetInHoweverManyTryAndNoFileTellsIt(@TempDir Path directory, CapturedOutput output)
			throws IOException {
		String password;
		Path backup = directory.resolve("backup.dump");
		Path graph = directory.resolve("graph");
		try (EmbeddedNeo4j neo4j = new EmbeddedNeo4j(graph)) {
			password = neo4j.password();
			assertThat(new DataDirectory(graph).isOpen()).isTrue();
			neo4j.backup(backup);
			connect(neo4j, AuthTokens.basic(neo4j.username(), password));
			for (AuthToken token : new AuthToken[]{AuthTokens.none(), AuthTokens.basic(neo4j.username(), "neo4j"),
					AuthTokens.basic(neo4j.username(), "")}) {
				assertThatThrownBy(() -> connect(neo4j, token)).isInstanceOf(AuthenticationException.class);
				assertThatThrownBy(() -> connect(neo4j, token)).isInstanceOf(AuthenticationException.class);
			}
			connect(neo4j, AuthTokens.basic(neo4j.username(), password));
		}
		assertThat(output).doesNotContain(password);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(graph))).isEqualTo("rwx------");
		assertThat(new DataDirectory(graph).isOpen()).isFalse();
		Backup.restore(backup, new DataDirectory(directory.resolve("restored")));
		try (Stream<Path> files = Files.walk(directory).filter(Files::isRegularFile)) {
			assertThat(files).isNotEmpty()
					.noneMatch(file -> contents(file).contains(password) || contents(file).contains(wide(password)));
		}
	}

	@Test
	void whatIsNoBackupIsRefusedAndLeavesNothing(@TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("file"), "This is no backup.");
		DataDirectory restored = new DataDirectory(directory.resolve("restored"));
		assertThatThrownBy(() -> Backup.restore(file, restored)).isInstanceOf(IOException.class);
		assertThat(restored.holdsGraph()).isFalse();
	}

	@Test
	void aFileIsNoDirectory(@TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("file"), "");
		assertThatThrownBy(() -> new EmbeddedNeo4j(file)).isInstanceOf(NoGraphException.class)
				.hasMessageStartingWith("The graph in %s cannot be opened: ".formatted(file));
	}

	private static void connect(EmbeddedNeo4j neo4j, AuthToken token) {
		try (var driver = GraphDatabase.driver(neo4j.uri(), token, QUIET)) {
			driver.verifyConnectivity();
		}
	}

	private static String contents(Path file) {
		try {
			return Files.readString(file, StandardCharsets.ISO_8859_1);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	/** As text of two bytes a character would show here. */
	private static String wide(String text) {
		return new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
	}
}
