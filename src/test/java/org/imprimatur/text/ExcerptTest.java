package org.imprimatur.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {

	@ParameterizedTest
	@CsvSource(textBlock = """
		abc,             3, abc
		abcd,            3, abc…
		ab\ud83d\ude00,  3, ab…
		ab\ud83d\ude00,  4, ab\ud83d\ude00
		abe\u0301d,      3, ab…
		a👩\u200d🚀b,     4, a…
		\ud83d\ude00,    1, …
		""")
	void noCharacterIsCut(String text, int most, String excerpt) {
		assertThat(Excerpt.of(text, most)).isEqualTo(excerpt);
	}
}
