package org.imprimatur;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.imprimatur.cli.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application: opens the graph, publishes the dossiers, serves the API; or does one of the {@link Commands}. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Imprimatur {

	public static void main(String[] arguments) {
		int exitCode = Commands.run(arguments, writer(System.out), writer(System.err),
				settings -> SpringApplication.run(Imprimatur.class, settings));
		// After serving has begun, it goes on in threads of its own.
		if (exitCode != 0) {
			System.exit(exitCode);
		}
	}

	private static PrintWriter writer(PrintStream stream) {
		return new PrintWriter(stream, true, StandardCharsets.UTF_8);
	}
}
