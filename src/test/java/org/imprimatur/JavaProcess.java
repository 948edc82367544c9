package org.imprimatur;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How a test starts Java in a process of its own. */
public final class JavaProcess {

	private JavaProcess() {
	}

	/** Runs a class of the product, without the tests, whose settings are not the product's. */
	static List<String> ofTheProduct(Class<?> main) {
		Predicate<String> tests = entry -> entry.endsWith("test-classes") || entry.endsWith("test-classes/");
		return command(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
				.filter(tests.negate()).collect(Collectors.joining(File.pathSeparator)), main);
	}

	/** Runs a class of the tests. */
	public static List<String> ofTheTests(Class<?> main) {
		return command(System.getProperty("java.class.path"), main);
	}

	private static List<String> command(String classPath, Class<?> main) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath));
		ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
				.filter(argument -> argument.startsWith("--") || argument.startsWith("-XX")).forEach(command::add);
		// A process that lives for seconds is not worth compiling well.
		command.add("-XX:TieredStopAtLevel=1");
		command.add(main.getName());
		return command;
	}
}
