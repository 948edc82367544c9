package org.imprimatur;

import java.io.File;
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
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		String options = "@" + Path.of(".mvn/embedded-neo4j.options").toAbsolutePath();
		// A process that lives for seconds is not worth compiling well, nor collecting on other threads.
		return new ArrayList<>(List.of(java, options, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath,
				main.getName()));
	}
}
