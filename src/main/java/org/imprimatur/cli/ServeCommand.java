package org.imprimatur.cli;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;

/** Starts the application. */
@Command(name = "serve")
final class ServeCommand extends GraphCommand implements Callable<Integer> {

	private static final int NOT_STARTED = 1;

	private final Consumer<String[]> server;

	ServeCommand(Consumer<String[]> server) {
		this.server = server;
	}

	@Override
	public Integer call() {
		String[] settings = settings();
		try {
			server.accept(settings);
			return 0;
		} catch (RuntimeException told) {
			// Spring has said why already.
			return NOT_STARTED;
		}
	}
}
