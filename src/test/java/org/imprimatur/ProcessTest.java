package org.imprimatur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The life of one data directory in real processes. Each test goes on from where the one before it ended. As the last
 * of the classes it is begun at once: none takes longer.
 */
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProcessTest {

	private static final Path DIRECTORY = GraphForTests.newDirectory();
	private static final String RECOVERED = "Recovery in 'full' mode completed";

	private static ApplicationProcess running;
	private static String askedFirst;
	private static String firstAnswer;

	@BeforeAll
	static void startForTheFirstTime() throws Exception {
		running = new ApplicationProcess(DIRECTORY).awaitStarted();
		askedFirst = running.answerAtOnce(Map.of("query", "{ restrictions(first: 1) { totalCount } }"));
		firstAnswer = answer();
	}

	@AfterAll
	static void end() {
		running.close();
	}

	@Test
	@Order(1)
	void theFirstStartSaysWhatItOpenedAndServes() {
		assertThat(running.log().lines().map(line -> line.replaceFirst("^\\S+ ", "")).toList()).satisfiesExactly(
				line -> assertThat(line).isEqualTo("INFO  Opened the graph in " + DIRECTORY.toAbsolutePath()),
				line -> assertThat(line).startsWith("INFO  Applied 001-anchors-and-records.cypher, "),
				line -> assertThat(line).startsWith("INFO  Published revision 1: Agency "),
				line -> assertThat(line).startsWith("INFO  Ask at http://localhost:"));
		assertThat(firstAnswer).contains("\"level\":\"LIMITED\"");
	}

	/** What was planned while the graph was empty would take longer than an operation may. */
	@Test
	@Order(1)
	void whoAsksAtOnceForAllOfTheRecordIsAnswered() {
		assertThat(askedFirst).contains("totalCount").doesNotContain("errors");
	}

	@Test
	@Order(2)
	void itListensOnTheLoopbackInterfaceOnly() throws Exception {
		assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "this system does not list its sockets in /proc");
		InetAddress loopback = InetAddress.getByName("127.0.0.1");
		List<ListeningSocket> sockets = ListeningSocket.of(running.id());
		// For questions, for whoever runs it, and for Bolt.
		assertThat(sockets).hasSize(3).allMatch(socket -> socket.address().equals(loopback))
				.extracting(ListeningSocket::port).contains(running.port());
	}

	@Test
	@Order(3)
	void aSecondProcessOnTheSameDirectoryIsRefused() throws Exception {
		try (ApplicationProcess second = new ApplicationProcess(DIRECTORY)) {
			assertThat(second.awaitEnd()).isEqualTo(1);
			assertThat(second.log()).contains(
					"Another process has the graph in %s open.".formatted(DIRECTORY.toAbsolutePath()),
					"Stop that process, or set IMPRIMATUR_DATA_DIRECTORY to another directory.")
					.doesNotContain("\tat ", "WARN");
		}
		assertThat(debugLog()).as("the log of the first").doesNotContain("Error starting Neo4j");
		assertThat(answer()).isEqualTo(firstAnswer);
	}

	/** And goes on in a country with digits of its own, where it answers the same. */
	@Test
	@Order(4)
	void aKilledProcessLosesNothing() throws Exception {
		assertThat(running.signal("KILL").awaitEnd()).isEqualTo(137);
		String before = debugLog();
		running = new ApplicationProcess(DIRECTORY, "-Duser.language=fa", "-Duser.country=IR").awaitStarted();
		assertThat(debugLog().substring(before.length())).contains(RECOVERED);
		assertServesTheSame();
	}

	/** And goes on where the small letter of I has no dot. */
	@Test
	@Order(5)
	void terminatingClosesTheGraph() throws Exception {
		closesOn("TERM", 143);
		String before = debugLog();
		running = new ApplicationProcess(DIRECTORY, "-Duser.language=tr", "-Duser.country=TR").awaitStarted();
		assertThat(debugLog().substring(before.length())).isNotEmpty().doesNotContain(RECOVERED);
		assertServesTheSame();
	}

	@Test
	@Order(6)
	void interruptingClosesTheGraph() throws Exception {
		assumeTrue(!ignoresInterrupts(), "whatever started the tests made them ignore SIGINT");
		closesOn("INT", 130);
	}

	private static void closesOn(String signal, int exit) throws Exception {
		String before = debugLog();
		assertThat(running.signal(signal).awaitEnd()).isEqualTo(exit);
		assertThat(running.log().trim()).endsWith("Closed the graph in " + DIRECTORY.toAbsolutePath());
		assertThat(debugLog().substring(before.length())).containsPattern("neo4j.*Database shutdown.*completed")
				.containsPattern("system.*Database shutdown.*completed");
	}

	private static void assertServesTheSame() throws Exception {
		assertThat(running.log()).contains("Serving revision 1: ").doesNotContain("Published", "Applied", "WARN");
		assertThat(answer()).isEqualTo(firstAnswer);
	}

	private static String answer() throws IOException {
		return running.answer(
				Map.of("query", Files.readString(Path.of("src/main/resources/graphql-documents/condition-set.graphql")),
						"variables", Map.of("model", "model/mythos-5", "asOf", "2026-06-27")));
	}

	private static String debugLog() throws IOException {
		return Files.readString(DIRECTORY.resolve("logs/debug.log"));
	}

	/** Bit 1 of the mask in proc_pid_status(5) is SIGINT. A shell starts its background jobs so. */
	private static boolean ignoresInterrupts() throws IOException {
		Path status = Path.of("/proc/self/status");
		return Files.exists(status) && Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:"))
				.anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).trim(), 16) & 2) != 0);
	}
}
