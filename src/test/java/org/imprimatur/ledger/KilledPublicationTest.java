package org.imprimatur.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.imprimatur.JavaProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * A process that is killed while it publishes leaves the old revision or the new one, whole. What a process would leave
 * that was killed in a moment stands on the disk when it is halted in it: a copy of that is verified, and it goes on.
 */
@Tag("check")
class KilledPublicationTest {

	private static final int KILLS = 100;
	private static final Duration PATIENCE = Duration.ofMinutes(5);
	private static final int LONGEST_LIFE = 300;

	/**
	 * What was left in a moment.
	 *
	 * @param graph where it is
	 * @param published the last revision of which it was said that it is published
	 * @param publishing the one that was being published, or the same
	 */
	private record Left(Path graph, int published, int publishing) {
	}

	@Test
	void publicationsThatAreKilledLeaveOneOrTheOther(@TempDir Path directory) throws Exception {
		assumeTrue(Files.exists(Path.of("/proc/self/task")), "this system does not tell in /proc what is halted");
		boolean amidst = false;
		Random random = new Random(7);
		try (Publishing process = new Publishing(directory.resolve("graph"))) {
			process.awaitFirst();
			for (int kill = 1; kill <= KILLS; kill++) {
				process.goOn(random.nextInt(LONGEST_LIFE));
				process.halt();
				Left left = process.left(directory.resolve("killed-" + kill));
				verify(left);
				FileSystemUtils.deleteRecursively(left.graph());
				amidst |= left.publishing() > left.published();
				process.resume();
			}
		}
		assertThat(amidst).as("some were halted while they published").isTrue();
	}

	private static void verify(Left left) {
		try (GraphOfItsOwn graph = new GraphOfItsOwn(left.graph())) {
			int head = graph.records().head();
			assertThat(head).as(left.toString()).isBetween(left.published(), left.publishing());
			assertThat(graph.verdict()).as(left.toString()).isInstanceOf(Verdict.Verified.class);
		}
	}

	/** A process that publishes, and writes into a file how far it is. */
	private static final class Publishing implements AutoCloseable {

		private final Path graph;
		private final Path said;
		private final Process process;

		Publishing(Path graph) throws IOException {
			this.graph = graph;
			said = graph.resolveSibling("said");
			List<String> command = JavaProcess.ofTheTests(PublishingProcess.class);
			command.add(graph.toString());
			process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
		}

		void awaitFirst() {
			await().atMost(PATIENCE).until(() -> last(PublishingProcess.PUBLISHED) > 0 || !process.isAlive());
			assertThat(process.isAlive()).as(() -> read(said)).isTrue();
		}

		void goOn(int milliseconds) throws InterruptedException {
			assertThat(process.waitFor(milliseconds, TimeUnit.MILLISECONDS)).as(() -> read(said)).isFalse();
		}

		void halt() throws IOException, InterruptedException {
			signal("STOP");
			await().atMost(PATIENCE).until(this::isHalted);
		}

		void resume() throws IOException, InterruptedException {
			signal("CONT");
		}

		Left left(Path copy) throws IOException {
			FileSystemUtils.copyRecursively(graph, copy);
			int published = last(PublishingProcess.PUBLISHED);
			return new Left(copy, published, Math.max(published, last(PublishingProcess.PUBLISHING)));
		}

		private void signal(String name) throws IOException, InterruptedException {
			assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor())
					.isZero();
		}

		/** Each thread's state is the field after its name, in parentheses (proc_pid_stat(5)). */
		private boolean isHalted() throws IOException {
			try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
				return threads.allMatch(thread -> read(thread.resolve("stat")).replaceFirst("(?s).*\\) ", "")
						.startsWith("T"));
			}
		}

		/** The last number that it said something of; 0 if it did not yet. */
		private int last(String what) {
			return read(said).lines().filter(line -> line.contains(" " + what))
					.map(line -> line.substring(line.indexOf(what) + what.length()))
					.reduce((earlier, later) -> later).map(Integer::parseInt).orElse(0);
		}

		private static String read(Path file) {
			try {
				return Files.readString(file);
			} catch (IOException e) {
				throw new AssertionError(e);
			}
		}

		@Override
		public void close() {
			process.destroyForcibly().onExit().join();
		}
	}
}
