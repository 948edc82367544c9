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

/**
 * Whenever a disk gets full, and however full, the graph on it opens again as soon as there is room, at the revision
 * before or after the publication that met with it. Nothing here asks beforehand whether there is room.
 */
@Tag("check")
class FullDiskTest {

	/** Disks that are gone with the process: one in memory, and whatever kinds can be made in a file. */
	private static final String SCRIPT = """
		mkdir "$0/tmpfs" && mount -t tmpfs -o size=300m none "$0/tmpfs" && disks="$0/tmpfs"
		for kind in ext4 xfs btrfs; do
			mkdir "$0/$kind" && truncate -s 400M "$0/$kind.disk" && mkfs.$kind -q "$0/$kind.disk" &&
				mount -o loop "$0/$kind.disk" "$0/$kind" && disks="$disks $0/$kind" || echo "WITHOUT $kind"
		done
		"$@" $disks
		for disk in $disks; do umount "$disk"; done""";

	@Test
	void aFullDiskLosesNothing(@TempDir Path directory) throws Exception {
		assumeTrue(run("mount -t tmpfs none \"$0\"", directory, List.of()).isEmpty(),
				"this system lets nobody mount a disk for a test: unshare -rm");
		String said = run(SCRIPT, directory, JavaProcess.ofTheTests(FullDiskProcess.class));
		System.out.println(said.lines().filter(line -> line.matches("(WITHOUT|FULL|WHOLE|LOST) .*")).toList());
		assertThat(said.lines().filter(line -> line.startsWith(FullDiskProcess.LOST))).as(said).isEmpty();
		assertThat(said.lines().filter(line -> line.startsWith(FullDiskProcess.FULL))).as(said)
				.hasSizeGreaterThan(2);
		assertThat(said.lines().filter(line -> line.startsWith(FullDiskProcess.WHOLE))).as(said)
				.hasSizeGreaterThanOrEqualTo(16);
	}

	/** What the script says; it finds the directory as $0 and the command as its arguments. */
	private static String run(String script, Path directory, List<String> command) throws IOException {
		// Only who is the super-user outside, too, can make a disk in a file.
		String unshare = "[ $(id -u) = 0 ] && exec unshare -m sh -c \"$@\"; exec unshare -rm sh -c \"$@\"";
		List<String> all = new ArrayList<>(List.of("sh", "-c", unshare, "sh", script, directory.toString()));
		all.addAll(command);
		Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
		return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}
}
