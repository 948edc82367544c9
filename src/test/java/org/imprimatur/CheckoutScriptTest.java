package org.imprimatur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script {@code imprimatur} has Java do, shown by one that only says what it was told. */
class CheckoutScriptTest {

	private static final String JAVA = """
		#!/bin/sh
		for it; do
			case $it in -XX:AOTCacheOutput=*) echo classes >"${it#*=}" ;; esac
		done
		printf '%s\\n' "$@"
		""";

	@TempDir
	private Path checkout;

	@BeforeEach
	void build() throws IOException {
		Files.copy(Path.of("imprimatur"), checkout.resolve("imprimatur"));
		write(".mvn/embedded-neo4j.options", Files.readString(Path.of(".mvn/embedded-neo4j.options")));
		write("target/class-path", "/somewhere/one.jar:/somewhere else/two.jar");
		write("target/classes/Some.class", "");
		write("target/jdk", "    java.home = %s\n".formatted(checkout.resolve("jdk")));
		executable("jdk/bin/java", JAVA);
		executable("jdk/bin/jar", "#!/bin/sh\n");
	}

	@Test
	void whatIsNotBuiltIsToldHowToBuildIt() throws Exception {
		Files.delete(checkout.resolve("target/jdk"));
		assertThat(run(3, "serve")).containsExactly("Build it first: mvn -B compile");
	}

	@Test
	void aCommandLivesBrieflyAndAServerDoesNot() throws Exception {
		assertThat(run(0, "verify")).contains("-XX:+UseSerialGC").endsWith("org.imprimatur.Imprimatur", "verify");
		assertThat(run(0, "--server.port=1")).doesNotContain("-XX:+UseSerialGC")
				.contains("@" + checkout.resolve(".mvn/embedded-neo4j.options")).endsWith("--server.port=1");
	}

	@Test
	void onceRehearsedWhatOpensAGraphGoesByIt() throws Exception {
		List<String> rehearsal = run(0, "rehearse");
		assertThat(rehearsal).contains("--spring.neo4j.uri=",
				"--imprimatur.data-directory=" + rehearsed("data")).noneMatch(it -> it.contains("add-opens"));
		for (String command : List.of("serve", "--server.port=1", "verify")) {
			assertThat(run(0, command)).contains("-XX:AOTCache=" + rehearsed("cache"), "-jar").doesNotContain("-cp");
		}
		assertThat(run(0)).contains("-XX:AOTCache=" + rehearsed("cache"));
		assertThat(run(0, "validate")).contains("-cp").doesNotContain("-jar");
	}

	/** Else a module would stay closed that Neo4j needs, or a class be looked for in vain. */
	@Test
	void theJarOfARehearsalOpensAndNamesWhatTheOptionsAndTheClassPathDo() throws Exception {
		run(0, "rehearse");
		try (InputStream manifest = Files.newInputStream(rehearsed("manifest"))) {
			Attributes attributes = new Manifest(manifest).getMainAttributes();
			assertThat(attributes.getValue("Class-Path").split(" ")).containsExactly("", "lib/one.jar", "lib/two.jar");
			assertThat(attributes.getValue("Add-Opens").trim().split(" ")).hasSize(3).allSatisfy(
					it -> assertThat(checkout.resolve(".mvn/embedded-neo4j.options")).content().contains(it + "="));
		}
		assertThat(rehearsed("options")).content().contains("--sun-misc-unsafe-memory-access")
				.doesNotContain("--add-opens", "--enable-native-access");
		assertThat(Files.readSymbolicLink(rehearsed("lib/two.jar"))).isEqualTo(Path.of("/somewhere else/two.jar"));
	}

	@Test
	void whatIsBuiltLaterIsNotPassedOver() throws Exception {
		run(0, "rehearse");
		FileTime later = FileTime
				.from(Files.getLastModifiedTime(rehearsed("cache")).toInstant().plus(Duration.ofSeconds(1)));
		Files.setLastModifiedTime(checkout.resolve("target/classes/Some.class"), later);
		startsAsBefore();
	}

	@Test
	void aJavaThatWritesNothingDownIsNamed() throws Exception {
		executable("jdk/bin/java", "#!/bin/sh\n");
		assertThat(run(1, "rehearse")).last().asString().contains("needs Java 25 or newer",
				checkout.resolve("jdk").toString());
		startsAsBefore();
	}

	/** Java writes down a start that failed, too. */
	@Test
	void aRehearsalThatFailsLeavesStartsAsTheyWere() throws Exception {
		executable("jdk/bin/java", JAVA + "exit 1\n");
		run(1, "rehearse");
		startsAsBefore();
	}

	private void startsAsBefore() throws Exception {
		executable("jdk/bin/java", JAVA);
		assertThat(run(0, "serve")).contains("-cp").noneMatch(it -> it.contains("AOTCache"));
	}

	private List<String> run(int code, String... arguments) throws Exception {
		ProcessBuilder script = new ProcessBuilder(checkout.resolve("imprimatur").toString());
		script.command().addAll(List.of(arguments));
		Process process = script.redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(said).isEqualTo(code);
		return said.lines().toList();
	}

	private Path rehearsed(String file) {
		return checkout.resolve("target/rehearsed").resolve(file);
	}

	private void executable(String file, String text) throws IOException {
		write(file, text);
		assertThat(checkout.resolve(file).toFile().setExecutable(true)).isTrue();
	}

	private void write(String file, String text) throws IOException {
		Path path = checkout.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, text);
	}
}
