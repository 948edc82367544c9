package org.imprimatur.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.graph.schema.GraphSchema;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.data.neo4j.autoconfigure.DataNeo4jAutoConfiguration;
import org.springframework.boot.neo4j.autoconfigure.Neo4jAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command on the graph that the application would open, which takes the application's settings. */
@Command(footer = "${bundle:graph}")
abstract class GraphCommand {

	/** What Spring takes for a setting: {@code --server.port=8081}. */
	static final Pattern SETTING = Pattern.compile("--(debug|trace|[\\w-]+\\.[\\w.\\[\\]-]+)(=.*)?");

	/** Above so many facts, a step takes seconds. */
	static final int MANY = 1_000;

	@Spec
	private CommandSpec command = CommandSpec.create();

	@Unmatched
	private List<String> settings = new ArrayList<>();

	CommandSpec command() {
		return command;
	}

	/** Where results go. */
	PrintWriter out() {
		return command.commandLine().getOut();
	}

	/** Where progress is told. */
	PrintWriter err() {
		return command.commandLine().getErr();
	}

	/** Tells what has been begun, if it is so much that it takes seconds. */
	void begun(String what, int number, String thing) {
		if (number > MANY) {
			err().printf("%s %s …%n", what, Phrases.count(number, thing));
		}
	}

	/** The settings that were given. */
	String[] settings() {
		List<String> unknown = settings.stream().filter(it -> !SETTING.matcher(it).matches()).toList();
		if (!unknown.isEmpty()) {
			throw new UnmatchedArgumentException(command.commandLine(), unknown);
		}
		return settings.toArray(String[]::new);
	}

	/**
	 * Opens the graph without the application, does {@code work} with one of its doors, and closes it.
	 *
	 * @throws Failure if there is no graph to open, or it stops answering
	 */
	<T> int withGraph(Class<T> door, ToIntFunction<T> work) {
		return inContext(List.of(), context -> withGraph(context, door, work));
	}

	/** Does {@code work} where the graph can be opened, and is not yet; some settings are others than were given. */
	int inContext(List<String> others, ToIntFunction<ConfigurableApplicationContext> work) {
		String[] given = Stream.concat(Stream.of(settings()), others.stream()).toArray(String[]::new);
		PrintStream output = System.out;
		// Whatever logs, logs to the standard error, so that results can be piped.
		System.setOut(System.err);
		// Lazily, so that opening the graph fails where its failure can be explained.
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Rooms.class)
				.web(WebApplicationType.NONE).lazyInitialization(true).profiles("commands").run(given)) {
			return work.applyAsInt(context);
		} finally {
			System.setOut(output);
		}
	}

	/** Opens the graph, and does {@code work} with one of its doors. */
	static <T> int withGraph(ConfigurableApplicationContext context, Class<T> door, ToIntFunction<T> work) {
		try {
			context.getBean(GraphSchema.class).apply();
			RecordStore records = context.getBean(RecordStore.class);
			records.requireJournal();
			records.completeSearch();
			return work.applyAsInt(context.getBean(door));
		} catch (RuntimeException e) {
			throw explained(e, context);
		}
	}

	/** In the words with which the application ends when it cannot start. */
	private static RuntimeException explained(RuntimeException failure, ConfigurableApplicationContext context) {
		ArgumentResolver arguments = ArgumentResolver.of(Environment.class, context.getEnvironment())
				.and(BeanFactory.class, context.getBeanFactory());
		return SpringFactoriesLoader.forDefaultResourceLocation(context.getClassLoader())
				.load(FailureAnalyzer.class, arguments, FailureHandler.handleMessage((message, problem) -> {
				})).stream().map(analyzer -> analyzer.analyze(failure)).filter(Objects::nonNull).findFirst()
				.<RuntimeException>map(it -> new Failure(Commands.FAILED,
						"%s%n%s".formatted(it.getDescription(), it.getAction())))
				.orElse(failure);
	}

	/** What a ledger needs of the application. */
	@ComponentScan({"org.imprimatur.embedded", "org.imprimatur.graph", "org.imprimatur.ledger"})
	@ImportAutoConfiguration({Neo4jAutoConfiguration.class, DataNeo4jAutoConfiguration.class})
	static class Rooms {

		@Bean
		static Clock clock() {
			return Clock.systemUTC();
		}
	}
}
