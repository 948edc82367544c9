package org.imprimatur;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.imprimatur.cli.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application: opens the graph, publishes the dossiers, serves the API; or does one of the {@link Commands}. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Imprimatur {

	public static void main(String[] arguments) {
		// What is said, read and asked of the graph is the same wherever it runs; libraries go by this, too.
		Locale.setDefault(Locale.ROOT);
		AtomicBoolean serving = new AtomicBoolean();
		int exitCode = Commands.run(arguments, writer(System.out), writer(System.err), settings -> {
			SpringApplication.run(Imprimatur.class, settings);
			serving.set(true);
		});
		// What serves goes on in threads of its own; a command does not wait for those that are still winding up.
		if (!serving.get()) {
			System.exit(exitCode);
		}
	}

	private static PrintWriter writer(PrintStream stream) {
		return new PrintWriter(stream, true, StandardCharsets.UTF_8);
	}
}
