package org.imprimatur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds lines to the width that the formatter gives them: it leaves texts and comments as they are. */
class FormTest {

	private static final int WIDEST = 120;
	private static final int TAB = 4;

	/** Tests hold tables of cases, whose rows are as wide as they are. */
	@Test
	void noLineIsTooWide() throws IOException {
		assertThat(tooWide(Path.of("src/main/java"))).isEmpty();
	}

	@Test
	void oneWouldBeSeen(@TempDir Path directory) throws IOException {
		Path file = directory.resolve("Planted.java");
		Files.write(file, List.of("x".repeat(120), "\t" + "x".repeat(116), "\t" + "x".repeat(117), "x".repeat(121)));
		assertThat(tooWide(directory)).containsExactly(file + ":3", file + ":4");
	}

	private static List<String> tooWide(Path directory) throws IOException {
		List<String> tooWide = new ArrayList<>();
		try (Stream<Path> files = Files.walk(directory)) {
			for (Path file : files.filter(it -> it.toString().endsWith(".java")).sorted().toList()) {
				List<String> lines = Files.readAllLines(file);
				for (int number = 1; number <= lines.size(); number++) {
					if (width(lines.get(number - 1)) > WIDEST) {
						tooWide.add(file + ":" + number);
					}
				}
			}
		}
		return tooWide;
	}

	private static int width(String line) {
		return line.codePoints().reduce(0, (width, c) -> c == '\t' ? width + TAB - width % TAB : width + 1);
	}
}
