package org.imprimatur.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, reading it gives entities or located mistakes, and never a library's exception. */
class DossierFuzzTest {

	private static final List<String> PIECES = List.of("[", "]", "{", "}", "- ", ": ", "? ", "&a ", "*a", "!x ", "|\n",
			">\n", "---\n", "...\n", "%YAML 1.2\n", "#", "\"", "'", "\t", "\r", "\n", "\u0085", "\u2028", "\uFEFF",
			"\0",
			"~", "null", "true", "0x1F", "-12", "1e9", "<<: ", "2026-13", "[..]", "é", "😀", "\uD800", "\"\\ud800\"",
			"a".repeat(5000));

	@Test
	void survivesChangedBytes() {
		byte[] good = Acme.TEXT.getBytes(StandardCharsets.UTF_8);
		for (long seed = 0; seed < 1500; seed++) {
			Random random = new Random(seed);
			byte[] bytes = Arrays.copyOf(good, random.nextInt(10) == 0 ? random.nextInt(good.length) : good.length);
			for (int changes = 1 + random.nextInt(5); changes > 0 && bytes.length > 0; changes--) {
				bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean()
						? random.nextInt(256)
						: good[random.nextInt(good.length)]);
			}
			assertSound(seed, bytes);
		}
	}

	@Test
	void survivesInsertedPieces() {
		for (long seed = 0; seed < 1500; seed++) {
			Random random = new Random(seed);
			StringBuilder text = new StringBuilder(Acme.TEXT);
			for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
				text.insert(random.nextInt(text.length()), PIECES.get(random.nextInt(PIECES.size())));
			}
			assertSound(seed, text.toString().getBytes(StandardCharsets.UTF_8));
		}
	}

	@Test
	void survivesChangedStructure() {
		int refused = 0;
		for (long seed = 0; seed < 3000; seed++) {
			Random random = new Random(seed);
			List<String> lines = new ArrayList<>(Acme.TEXT.lines().toList());
			for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
				change(lines, random);
			}
			refused += assertSound(seed, String.join("\n", lines).getBytes(StandardCharsets.UTF_8)) ? 0 : 1;
		}
		assertThat(refused).as("some changes must do harm, and some none").isBetween(1500, 2999);
	}

	private static void change(List<String> lines, Random random) {
		int line = random.nextInt(lines.size());
		String other = lines.get(random.nextInt(lines.size()));
		switch (random.nextInt(6)) {
			case 0 -> lines.remove(line);
			case 1 -> lines.add(line, other);
			case 2 -> lines.set(line, " " + lines.get(line));
			case 3 -> lines.set(line, value(lines.get(line), PIECES.get(random.nextInt(PIECES.size()))));
			case 4 -> lines.set(line, value(lines.get(line), other.substring(other.indexOf(':') + 1)));
			default -> lines.set(line, other);
		}
	}

	private static String value(String line, String value) {
		return line.substring(0, line.indexOf(':') + 1) + " " + value;
	}

	private static boolean assertSound(long seed, byte[] bytes) {
		return switch (DossierReader.read(List.of(new DossierFile("fuzz.yaml", bytes)))) {
			case Reading.Accepted accepted -> {
				assertThat(accepted.entities()).as("seed %d", seed).isNotEmpty();
				yield true;
			}
			case Reading.Refused refused -> {
				assertThat(refused.mistakes()).as("seed %d", seed).isNotEmpty().isSorted().allSatisfy(mistake -> {
					assertThat(mistake.line()).isBetween(1, bytes.length + 1);
					assertThat(mistake.message()).isNotBlank()
							.as("the schema refuses all that no record can hold")
							.doesNotMatch("this is no [A-Za-z]+: .*");
					assertThat(mistake.toString()).startsWith("fuzz.yaml:").hasLineCount(1);
				});
				yield false;
			}
		};
	}
}
