package org.imprimatur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
 * The product in a real process of its own, where the small letter of I has no dot. As the last of the classes it is
 * begun at once: few take longer.
 */
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProcessTest {

	private static final Path DIRECTORY = GraphForTests.newDirectory();

	private static ApplicationProcess running;
	private static String askedFirst;
	private static String firstAnswer;

	@BeforeAll
	static void startForTheFirstTime() throws Exception {
		running = new ApplicationProcess(DIRECTORY, "-Duser.language=tr", "-Duser.country=TR").awaitStarted();
		askedFirst = running.answerAtOnce(Map.of("query", "{ restrictions(first: 1) { totalCount } }"));
		firstAnswer = running.conditionSet();
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
		assertThat(running.debugLog()).as("the log of the first").doesNotContain("Error starting Neo4j");
		assertThat(running.conditionSet()).isEqualTo(firstAnswer);
	}

	@Test
	@Order(4)
	void terminatingClosesTheGraph() throws Exception {
		running.closeOn("TERM", 143);
	}
}
