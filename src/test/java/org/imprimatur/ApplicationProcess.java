package org.imprimatur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** The application in a process of its own, on a free port, with the Java and the class path of the tests. */
final class ApplicationProcess implements AutoCloseable {

	static final Duration PATIENCE = Duration.ofMinutes(5);
	private static final Pattern ADDRESS = Pattern.compile("Ask at http://localhost:(\\d+)/graphql");

	private final Process process;
	private final Path log;

	/** Starts it on the graph in {@code directory}, with more options of Java's. */
	ApplicationProcess(Path directory, String... options) throws IOException {
		log = Files.createTempFile(Path.of("target"), "process", ".log");
		List<String> command = JavaProcess.ofTheProduct(Imprimatur.class);
		command.addAll(1, List.of(options));
		// What it would do while nobody asks it, the tests beside it would wait for.
		command.addAll(List.of("--server.port=0", "--management.server.port=0", "--imprimatur.plan-ahead=false",
				"--imprimatur.data-directory=" + directory));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().put("LC_ALL", "C");
		process = builder.start();
	}

	/** Waits until it answers. */
	ApplicationProcess awaitStarted() {
		await().atMost(PATIENCE).until(() -> ADDRESS.matcher(log()).find() || !process.isAlive());
		assertThat(process.isAlive()).as(log()).isTrue();
		return this;
	}

	/** What it answers to a GraphQL request. */
	String answer(Map<String, ?> request) {
		return answer(port(), request);
	}

	/**
	 * What is answered at a port to a GraphQL request. A first one is planned yet, which on a busy machine can take longer
	 * than an operation may: it is asked again.
	 */
	static String answer(int port, Map<String, ?> request) {
		return await().atMost(PATIENCE).until(() -> answerAtOnce(port, request),
				answer -> !answer.contains("\"errors\""));
	}

	/** What it answers when it is asked once. */
	String answerAtOnce(Map<String, ?> request) throws IOException, InterruptedException {
		return answerAtOnce(port(), request);
	}

	private static String answerAtOnce(int port, Map<String, ?> request) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/graphql".formatted(port)))
					.header("Content-Type", "application/json")
					.POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(request))).build(),
					BodyHandlers.ofString()).body();
		}
	}

	/** Waits until it ends. */
	int awaitEnd() throws InterruptedException {
		assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("ended").isTrue();
		return process.exitValue();
	}

	/** Sends it a signal, such as {@code TERM}. */
	ApplicationProcess signal(String name) throws IOException, InterruptedException {
		int sent = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
		assertThat(sent).as("kill -" + name).isZero();
		return this;
	}

	/** All that it has written. */
	String log() {
		try {
			return Files.readString(log);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	long id() {
		return process.pid();
	}

	int port() {
		Matcher address = ADDRESS.matcher(log());
		assertThat(address.find()).as(log()).isTrue();
		return Integer.parseInt(address.group(1));
	}

	@Override
	public void close() {
		process.destroyForcibly().onExit().join();
	}
}
