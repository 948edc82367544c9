package org.imprimatur.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Calls commands as a user does, and has dossiers to call them with. */
final class Terminal {

	private Terminal() {
	}

	/** What came of a command. */
	record Ended(int exitCode, String out, String err) {
	}

	static Ended run(Object... arguments) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		try {
			int exitCode = Commands.run(Stream.of(arguments).map(Object::toString).toArray(String[]::new),
					new PrintWriter(out, true), new PrintWriter(err, true), settings -> {
						throw new AssertionError("served");
					});
			return new Ended(exitCode, out.toString(), err.toString());
		} finally {
			// A command on the graph hushes the application, to which other tests in this process listen.
			LoggingSystem.get(Terminal.class.getClassLoader()).setLogLevel("org.imprimatur", LogLevel.INFO);
		}
	}

	static String acme() throws IOException {
		return Files.readString(Path.of("src/test/resources/dossiers/acme.yaml"));
	}

	static String fiveThousandFacts() {
		StringBuilder concerns = new StringBuilder("""
			dossier:
			  id: dossier/many
			  title: Many
			  subjects: [concern/c1]
			  through: 2026
			concerns:
			""");
		for (int number = 1; number < 5_000; number++) {
			concerns.append(
					"  - {id: concern/c%d, name: C, evidence: [{source: source/s, paraphrase: P, stance: SUPPORTS}]}\n"
							.formatted(number));
		}
		return concerns + "sources:\n  - {id: source/s, title: S, reliability: PRIMARY}\n";
	}
}
