package org.imprimatur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.cli.Commands;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows the walk of CONTRIBUTING.md to the letter: writes what it writes, types what it types, and looks at what
 * comes.
 */
@Tag("check")
@ResourceLock(Resources.SYSTEM_OUT)
class ContributingTest {

	/** What a fence is for, and what is between it and the next. */
	private static final Pattern BLOCK = Pattern.compile("^```(\\w+) ?(.*)\\n((?s:.*?))^```$", Pattern.MULTILINE);

	private static final Pattern COMMAND = Pattern.compile("^\\$ ", Pattern.MULTILINE);
	/** A word of a command, or several in quotes. */
	private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");
	private static final JsonMapper JSON = JsonMapper.shared();

	@TempDir
	private Path checkout;

	private String question = "";

	@Test
	void theWalkLeadsWhereItSays() throws Exception {
		try (Stream<Path> files = Files.list(Path.of("seed-data"))) {
			Files.createDirectory(checkout.resolve("seed-data"));
			for (Path file : files.toList()) {
				Files.copy(file, checkout.resolve(file.toString()));
			}
		}
		Files.createSymbolicLink(checkout.resolve("imprimatur"), Path.of("imprimatur").toAbsolutePath());
		Matcher block = BLOCK.matcher(Files.readString(Path.of("CONTRIBUTING.md")));
		int blocks = 0;
		while (block.find()) {
			follow(block.group(1), block.group(2), block.group(3));
			blocks++;
		}
		assertThat(blocks).isEqualTo(11);
		assertThat(checkout.resolve("data")).doesNotExist();
	}

	private void follow(String kind, String file, String text) throws Exception {
		switch (kind) {
			case "yaml" -> Files.writeString(checkout.resolve(file.replace(">> ", "")), text, StandardOpenOption.CREATE,
					StandardOpenOption.APPEND);
			case "console" -> COMMAND.splitAsStream(text).skip(1).forEach(this::type);
			case "graphql" -> question = text;
			case "json" -> assertThat(answer()).isEqualTo(JSON.readTree(text));
			default -> throw new AssertionError(kind);
		}
	}

	/** The first line is a command, the others what it says, where … stands for anything. */
	private void type(String lines) {
		String command = lines.lines().findFirst().orElseThrow();
		// The build has been made: this is a part of it.
		if (!command.startsWith("mvn ")) {
			String said = lines.lines().skip(1).map(line -> line + "\n").collect(Collectors.joining());
			assertThat(said(command)).as(command).matches(Arrays.stream(said.split("…", -1)).map(Pattern::quote)
					.collect(Collectors.joining("(?s:.*)")));
		}
	}

	/** Once the shell has made a graph, what is done with it is done here, where all is warm. */
	private String said(String command) {
		List<String> words = WORD.matcher(command).results().map(it -> it.group().replace("\"", "")).toList();
		boolean warm = List.of("publish", "verify").contains(words.get(1)) && Files.exists(checkout.resolve("data"));
		return warm ? saidHere(words) : saidInShell(command);
	}

	private String saidInShell(String command) {
		try {
			Process shell = new ProcessBuilder("sh", "-c", command).directory(checkout.toFile())
					.redirectError(ProcessBuilder.Redirect.DISCARD).start();
			return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private String saidHere(List<String> words) {
		StringWriter out = new StringWriter();
		String[] arguments = Stream.concat(words.stream().skip(1)
				.map(word -> word.startsWith("seed-data/") ? checkout.resolve(word).toString() : word),
				Stream.of("--imprimatur.data-directory=" + checkout.resolve("data"))).toArray(String[]::new);
		Commands.run(arguments, new PrintWriter(out), new PrintWriter(Writer.nullWriter()), settings -> {
		});
		return out.toString();
	}

	private JsonNode answer() {
		try (ConfigurableApplicationContext serving = SpringApplication.run(Imprimatur.class, "--server.port=0",
				"--management.server.port=-1", "--imprimatur.data-directory=" + checkout.resolve("data"))) {
			int port = serving.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
			return JSON.readTree(ApplicationProcess.answer(port, Map.of("query", question))).path("data");
		}
	}
}
