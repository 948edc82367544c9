package org.imprimatur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.imprimatur.embedded.EmbeddedNeo4j;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.DefaultResourceLoader;

/** A start that cannot succeed says what is wrong and what to do, and leaves the graph as it was. */
@Isolated("it reads all that is logged")
@ExtendWith(OutputCaptureExtension.class)
class FailedStartTest {

	private static final ClassLoader AS_SHIPPED = FailedStartTest.class.getClassLoader();

	private static EmbeddedNeo4j neo4j;
	private static Driver driver;

	@TempDir
	private Path changed;

	@BeforeAll
	static void startOnce() {
		neo4j = new EmbeddedNeo4j(GraphForTests.newDirectory());
		driver = GraphDatabase.driver(neo4j.uri(), AuthTokens.basic(neo4j.username(), neo4j.password()));
		start(AS_SHIPPED, 0, neo4j.uri().toString(), neo4j.password());
	}

	@AfterAll
	static void close() {
		driver.close();
		neo4j.close();
	}

	@Test
	void aStartThatFindsNothingChangedMakesNoRevision(CapturedOutput output) {
		List<Object> before = graph();
		start(AS_SHIPPED, 0, neo4j.uri().toString(), neo4j.password());
		assertThat(output).contains("Opened the graph at " + neo4j.uri(), "Serving revision 1: Agency ")
				.doesNotContain("WARN", "ERROR");
		assertThat(graph()).isEqualTo(before);
	}

	@Test
	void everyMistakeOfTheDossiersIsNamed(CapturedOutput output) throws IOException {
		Path dossier = copied("seed-data/it-openai.yaml");
		Files.writeString(dossier, Files.readString(dossier).replaceFirst("title: ", "titel: "));
		failsOnSameGraph(changed, output, "The dossiers have mistakes, and nothing of them was published",
				"it-openai.yaml:", "titel", "Correct the lines named, and start again.");
	}

	@Test
	void aChangedFileOfTheGraphsSchemaIsNamed(CapturedOutput output) throws IOException {
		copied("graph-schema/001-anchors-and-records.cypher");
		Files.writeString(copied("graph-schema/002-order.cypher"), "// new", StandardOpenOption.APPEND);
		failsOnSameGraph(changed, output,
				"graph-schema/002-order.cypher has changed since it was applied to this graph.",
				"Undo the change, and put what is new in a file with the next number.");
	}

	@Test
	void aLostFileOfTheGraphsSchemaIsNamed(CapturedOutput output) throws IOException {
		copied("graph-schema/001-anchors-and-records.cypher");
		copied("graph-schema/002-order.cypher");
		failsOnSameGraph(changed, output, "graph-schema/003-full-text.cypher was applied to this graph and is gone.",
				"Put it back");
	}

	@Test
	void aPortInUseIsNamed(CapturedOutput output) throws IOException {
		List<Object> before = graph();
		try (ServerSocket taken = new ServerSocket(0)) {
			fails(AS_SHIPPED, taken.getLocalPort(), neo4j.uri().toString(), neo4j.password(), output,
					"Port %d was already in use.".formatted(taken.getLocalPort()));
		}
		assertThat(graph()).isEqualTo(before);
	}

	@Test
	void wrongCredentialsAreNotAnUnreachableServer(CapturedOutput output) {
		fails(AS_SHIPPED, 0, neo4j.uri().toString(), "wrong", output,
				"The Neo4j server at %s refuses the credentials.".formatted(neo4j.uri()),
				"Correct SPRING_NEO4J_AUTHENTICATION_USERNAME and SPRING_NEO4J_AUTHENTICATION_PASSWORD.");
	}

	@Test
	void anUnreachableServerIsNamed(CapturedOutput output) {
		fails(AS_SHIPPED, 0, "bolt://127.0.0.1:1", "any", output, "No Neo4j server answers at bolt://127.0.0.1:1.",
				"Start it, or correct SPRING_NEO4J_URI.");
	}

	@Test
	void aBuildWithoutNeo4jAsksForAServer(CapturedOutput output) {
		fails(new FilteredClassLoader("org.neo4j.dbms.api"), 0, "", "", output,
				"No Neo4j server is named, and this build carries no embedded Neo4j.", "Set SPRING_NEO4J_URI");
	}

	@Test
	void aTokenInPlaceOfItsDigestIsNotTold(CapturedOutput output) {
		assertThatThrownBy(() -> start(AS_SHIPPED, 0, neo4j.uri().toString(), neo4j.password(),
				"--imprimatur.curators[0].name=Ada", "--imprimatur.curators[0].token-sha256=a-token"));
		assertThat(output)
				.contains("APPLICATION FAILED TO START", "imprimatur.curators[0].token-sha256 is no SHA-256",
						"docs/publishing.md tells how curators are configured.")
				.doesNotContain("a-token", "\tat ");
	}

	private void failsOnSameGraph(Path files, CapturedOutput output, String... messages) {
		List<Object> before = graph();
		fails(new ClassLoader(AS_SHIPPED) {

			@Override
			public URL getResource(String name) {
				return Files.exists(files.resolve(name)) ? address(files.resolve(name)) : super.getResource(name);
			}
		}, 0, neo4j.uri().toString(), neo4j.password(), output, messages);
		assertThat(graph()).isEqualTo(before);
	}

	private static void fails(ClassLoader loader, int port, String uri, String password, CapturedOutput output,
			String... messages) {
		assertThatThrownBy(() -> start(loader, port, uri, password));
		assertThat(output).contains("APPLICATION FAILED TO START").contains(messages).doesNotContain("\tat ", "WARN");
	}

	private static void start(ClassLoader loader, int port, String uri, String password, String... settings) {
		List<String> arguments = Stream.concat(
				Stream.of("--server.port=" + port, "--management.server.port=-1", "--spring.neo4j.uri=" + uri,
						"--spring.neo4j.authentication.username=neo4j",
						"--spring.neo4j.authentication.password=" + password),
				Stream.of(settings)).toList();
		new SpringApplication(new DefaultResourceLoader(loader), Imprimatur.class)
				.run(arguments.toArray(String[]::new)).close();
	}

	private Path copied(String file) throws IOException {
		Path copy = changed.resolve(file);
		Files.createDirectories(copy.getParent());
		return Files.copy(Path.of(file), copy);
	}

	private static List<Object> graph() {
		return Stream.of("MATCH (node) RETURN labels(node), properties(node) ORDER BY elementId(node)",
				"MATCH ()-[link]->() RETURN type(link), properties(link) ORDER BY elementId(link)")
				.flatMap(question -> driver.executableQuery(question).execute().records().stream())
				.<Object>map(row -> row.asMap()).toList();
	}

	private static URL address(Path file) {
		try {
			return file.toUri().toURL();
		} catch (MalformedURLException e) {
			throw new UncheckedIOException(e);
		}
	}
}
