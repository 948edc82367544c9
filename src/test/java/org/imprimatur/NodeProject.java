package org.imprimatur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder with a {@code package.json}, whose tools a test runs; without Node and npm the test is skipped, and says so.
 */
public final class NodeProject {

	private static final long PATIENCE_MINUTES = 5;

	private final Path folder;

	/** Installs what the folder's lock file names, unless that is there already. */
	public NodeProject(Path folder) {
		this.folder = folder;
		assumeTrue(isOnPath("node") && isOnPath("npm"), "Node and npm were not found: skipped");
		Path installed = folder.resolve("node_modules/.package-lock.json");
		if (!Files.exists(installed) || isNewer(folder.resolve("package-lock.json"), installed)) {
			Ended install = run("npm", "ci", "--prefer-offline", "--no-progress", "--loglevel=error");
			assumeTrue(install.code() == 0, "npm ci failed in %s, skipped: %s".formatted(folder, install.output()));
		}
	}

	/** What a command wrote, and the code with which it ended. */
	public record Ended(int code, String output) {

		/** What a command wrote that had to succeed. */
		public String succeeded() {
			assertThat(code).as(output).isZero();
			return output;
		}
	}

	/** Runs a command in the folder, to its end. */
	public Ended run(String... command) {
		try {
			Path output = Files.createTempFile(Files.createDirectories(Path.of("target")), "node", ".log");
			Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
					.redirectOutput(output.toFile()).start();
			if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
				process.destroyForcibly();
				throw new AssertionError(
						"%s did not end: %s".formatted(Arrays.toString(command), Files.readString(output)));
			}
			return new Ended(process.exitValue(), Files.readString(output));
		} catch (IOException e) {
			throw new AssertionError("cannot run " + Arrays.toString(command), e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
	}

	private static boolean isOnPath(String program) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
				.anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
	}

	private static boolean isNewer(Path one, Path other) {
		try {
			return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) > 0;
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}
}
