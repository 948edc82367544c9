package org.imprimatur.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the distances against their definitions, on words of few different letters. */
class EditDistanceTest {

	@Test
	void areWhatTheyAreDefinedToBe() {
		Random random = new Random(1);
		for (int i = 0; i < 2_000; i++) {
			String one = word(random);
			String other = word(random);
			int limit = random.nextInt(1, 8);
			assertThat(EditDistance.levenshtein(one, other, limit)).as("%s, %s, %d", one, other, limit)
					.isEqualTo(Math.min(limit, defined(one, other, false)));
			assertThat(EditDistance.optimalStringAlignment(one, other, limit)).as("%s, %s, %d", one, other, limit)
					.isEqualTo(Math.min(limit, defined(one, other, true)));
		}
	}

	@Test
	void aLetterIsOneHoweverItIsEncoded() {
		assertThat(EditDistance.optimalStringAlignment("𝔞b", "b𝔞", 9)).isEqualTo(1);
		assertThat(EditDistance.levenshtein("𝔞", "", 9)).as("which counts characters").isEqualTo(2);
	}

	private static String word(Random random) {
		return random.ints(random.nextInt(7), 'a', 'd').mapToObj(Character::toString).collect(Collectors.joining());
	}

	private static int defined(String one, String other, boolean swaps) {
		if (one.isEmpty() || other.isEmpty()) {
			return one.length() + other.length();
		}
		int least = Math.min(
				defined(one.substring(1), other.substring(1), swaps) + (one.charAt(0) == other.charAt(0) ? 0 : 1),
				1 + Math.min(defined(one.substring(1), other, swaps), defined(one, other.substring(1), swaps)));
		return swaps && one.length() > 1 && other.length() > 1 && one.charAt(0) == other.charAt(1)
				&& one.charAt(1) == other.charAt(0)
						? Math.min(least, 1 + defined(one.substring(2), other.substring(2), true))
						: least;
	}
}
