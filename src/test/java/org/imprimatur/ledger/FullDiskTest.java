package org.imprimatur.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.imprimatur.JavaProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A publication for which there is no room on the disk leaves the old revision, whole, and succeeds once there is. */
@Tag("check")
class FullDiskTest {

	/** A disk of its own, which is gone with the process: first with little room, then with more. */
	private static final String SCRIPT = """
		mount -t tmpfs -o size=12m none "$0" && {
			timeout 600 "$@" "$0"
			mount -o remount,size=1g "$0"
			"$@" "$0" 1
		}""";

	@Test
	void aFullDiskLosesNothing(@TempDir Path directory) throws Exception {
		assumeTrue(run("mount -t tmpfs none \"$0\"", directory, List.of()).isEmpty(),
				"this system lets nobody mount a disk for a test: unshare -rm");
		String said = run(SCRIPT, directory, JavaProcess.ofTheTests(PublishingProcess.class));
		List<String> lines = said.lines().map(line -> line.replaceFirst("^\\S+ ", ""))
				.filter(line -> line.matches("(OPENED|PUBLISH|VERIFIED|FAILED).*")).toList();
		int full = lines.indexOf(lines.stream().filter(line -> line.startsWith(PublishingProcess.FAILED)).findFirst()
				.orElseThrow(() -> new AssertionError("the disk was never full:\n" + said)));
		int refused = number(lines.get(full - 1), PublishingProcess.PUBLISHING);
		assertThat(refused).as("published while there was room").isGreaterThan(1);
		assertThat(lines.subList(full + 1, lines.size())).as(said).containsExactly(
				PublishingProcess.OPENED + (refused - 1), PublishingProcess.PUBLISHING + refused,
				PublishingProcess.PUBLISHED + refused, PublishingProcess.VERIFIED
						+ "Everything is as the revisions 1 to %d published it.".formatted(refused));
	}

	private static int number(String line, String what) {
		assertThat(line).startsWith(what);
		return Integer.parseInt(line.substring(what.length()));
	}

	/** What the script says; it finds the directory as $0 and the command as its arguments. */
	private static String run(String script, Path directory, List<String> command) throws IOException {
		List<String> all = new ArrayList<>(
				List.of("sh", "-c", "exec unshare -rm sh -c \"$@\"", "sh", script, directory.toString()));
		all.addAll(command);
		Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
		return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}
}
