package org.imprimatur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The life of one data directory in one process after the other, each of which serves what the first did. */
@Tag("check")
class RestartTest {

	private static final Path DIRECTORY = GraphForTests.newDirectory();
	private static final String RECOVERED = "Recovery in 'full' mode completed";

	@Test
	void whatIsKilledOrEndedGoesOnWithAllThatItHad() throws Exception {
		String answer;
		try (ApplicationProcess first = new ApplicationProcess(DIRECTORY).awaitStarted()) {
			answer = first.conditionSet();
			assertThat(first.signal("KILL").awaitEnd()).isEqualTo(137);
		}
		String killed = Files.readString(DIRECTORY.resolve("logs/debug.log"));
		// A country with digits of its own.
		try (ApplicationProcess second = started("-Duser.language=fa", "-Duser.country=IR")) {
			assertThat(second.debugLog().substring(killed.length())).contains(RECOVERED);
			assertThat(second.conditionSet()).isEqualTo(answer);
			second.closeOn("TERM", 143);
		}
		String ended = Files.readString(DIRECTORY.resolve("logs/debug.log"));
		try (ApplicationProcess third = started("-Duser.language=tr", "-Duser.country=TR")) {
			assertThat(third.debugLog().substring(ended.length())).isNotEmpty().doesNotContain(RECOVERED);
			assertThat(third.conditionSet()).isEqualTo(answer);
			assumeTrue(!ignoresInterrupts(), "whatever started the tests made them ignore SIGINT");
			third.closeOn("INT", 130);
		}
	}

	private static ApplicationProcess started(String... options) throws IOException {
		ApplicationProcess started = new ApplicationProcess(DIRECTORY, options).awaitStarted();
		assertThat(started.log()).contains("Serving revision 1: ").doesNotContain("Published", "Applied", "WARN");
		return started;
	}

	/** Bit 1 of the mask in proc_pid_status(5) is SIGINT. A shell starts its background jobs so. */
	private static boolean ignoresInterrupts() throws IOException {
		Path status = Path.of("/proc/self/status");
		return Files.exists(status) && Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:"))
				.anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).trim(), 16) & 2) != 0);
	}
}
