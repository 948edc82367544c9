package org.imprimatur.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.imprimatur.JavaProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it publishes leaves the old revision or the new one, whole. */
class KilledPublicationTest {

	private static final int KILLS = 2;
	/** Each is in another moment of its own publication when the process is killed. */
	private static final List<String> GRAPHS = IntStream.rangeClosed(1, 10).mapToObj("graph-%d"::formatted).toList();
	private static final Duration PATIENCE = Duration.ofMinutes(5);
	private static final int LONGEST_LIFE = 1_500;

	private final Map<String, Integer> published = new HashMap<>();
	private final Map<String, Integer> publishing = new HashMap<>();

	@Test
	void twentyPublicationsThatAreKilledLeaveOneOrTheOther(@TempDir Path directory) throws Exception {
		Random random = new Random(7);
		for (int kill = 1; kill <= KILLS; kill++) {
			try (Publishing process = new Publishing(directory)) {
				for (String graph : GRAPHS) {
					isOneOrTheOther(graph, process.hear(graph, PublishingProcess.OPENED));
				}
				// What was said to be published has to stay.
				process.hear(GRAPHS.getLast(), PublishingProcess.PUBLISHED);
				process.killAfter(random.nextInt(LONGEST_LIFE));
				for (String graph : GRAPHS) {
					int head = process.said(graph, PublishingProcess.OPENED).map(Integer::parseInt).orElseThrow();
					published.put(graph,
							process.said(graph, PublishingProcess.PUBLISHED).map(Integer::parseInt).orElse(head));
					publishing.put(graph,
							process.said(graph, PublishingProcess.PUBLISHING).map(Integer::parseInt).orElse(head));
				}
			}
		}
		GRAPHS.forEach(graph -> verify(directory, graph));
	}

	private void verify(Path directory, String graph) {
		try (GraphOfItsOwn left = new GraphOfItsOwn(directory.resolve(graph))) {
			isOneOrTheOther(graph, String.valueOf(left.records().head()));
			assertThat(left.verdict()).as(graph).isInstanceOf(Verdict.Verified.class);
		}
	}

	private void isOneOrTheOther(String graph, String head) {
		assertThat(head).as(graph).isIn(String.valueOf(published.getOrDefault(graph, 0)),
				String.valueOf(publishing.getOrDefault(graph, 0)));
	}

	private static final class Publishing implements AutoCloseable {

		private final List<String> lines = new CopyOnWriteArrayList<>();
		private final Process process;
		private final Thread reading;

		Publishing(Path directory) throws IOException {
			List<String> command = JavaProcess.ofTheTests(PublishingProcess.class);
			GRAPHS.forEach(graph -> command.add(directory.resolve(graph).toString()));
			process = new ProcessBuilder(command).redirectErrorStream(true).start();
			reading = Thread.ofVirtual().start(this::read);
		}

		private void read() {
			try (BufferedReader output = process.inputReader()) {
				output.lines().forEach(lines::add);
			} catch (IOException e) {
				throw new AssertionError(e);
			}
		}

		/** Waits until it says this of a graph; what it says of it last. */
		String hear(String graph, String what) {
			await().atMost(PATIENCE).until(() -> said(graph, what).isPresent() || !process.isAlive());
			return said(graph, what).orElseThrow(() -> new AssertionError(String.join("\n", lines)));
		}

		Optional<String> said(String graph, String what) {
			String beginning = graph + " " + what;
			return lines.stream().filter(line -> line.startsWith(beginning))
					.map(line -> line.substring(beginning.length())).reduce((earlier, later) -> later);
		}

		/** Kills it, so that it cannot do anything about it, after so many milliseconds. */
		void killAfter(int milliseconds) throws InterruptedException {
			assertThat(process.waitFor(milliseconds, TimeUnit.MILLISECONDS)).as(() -> String.join("\n", lines))
					.isFalse();
			close();
			reading.join();
		}

		@Override
		public void close() {
			process.destroyForcibly().onExit().join();
		}
	}
}
