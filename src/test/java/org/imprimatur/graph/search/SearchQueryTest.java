package org.imprimatur.graph.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {

	@Test
	void everyWordIsRequiredAsItIsOrAsABeginning() {
		assertThat(SearchQuery.of("The Mythos 5").asTyped())
				.isEqualTo("+(names:mythos^20 words:mythos names:mythos*^20 words:mythos*^0.01) +(names:5^20 words:5)"
						+ " names:\"| the mythos 5 |\"^100");
	}

	@Test
	void longerWordsMayBeMistyped() {
		assertThat(SearchQuery.of("eu fable antropic").corrected())
				.isEqualTo("+(names:eu^20 words:eu names:eu*^20 words:eu*^0.01)"
						+ " +(names:fable~1^20 words:fable~1 names:fable*^20 words:fable*^0.01)"
						+ " +(names:antropic~2^20 words:antropic~2 names:antropic*^20 words:antropic*^0.01)");
	}

	@ParameterizedTest
	@ValueSource(strings = {"", " ", "\"", ":*?~^", "\u0000", "👩‍⚖️", "\ud800", "…"})
	void withoutAWordItIsEmpty(String text) {
		assertThat(SearchQuery.of(text).isEmpty()).isTrue();
	}

	@Test
	void commonWordsCountWhereThereIsNothingElse() {
		assertThat(SearchQuery.of("to be").asTyped()).startsWith("+(names:to^20").contains("+(names:be^20");
	}

	@ParameterizedTest
	@CsvSource({"mythoss, mythos, true", "chian, chain, true", "antropic, anthropic, true", "fable, table, true",
			"fable, tables, false", "ai, al, false", "abc, acb, true", "abcdefgh, badcefgh, true",
			"abcdefgh, badcfegh, false"})
	void similarWordsAnswerOnceNothingElseDoes(String typed, String meant, boolean similar) {
		SearchQuery query = SearchQuery.of(typed);
		assertThat(query.answered(meant, false)).isEmpty();
		assertThat(query.answered(meant, true).toList().contains(typed)).isEqualTo(similar);
	}

	/** What could be an operator is a word of it, in a place where words stand. */
	@RepeatedTest(20)
	void nothingTypedIsMeantForLucene(RepetitionInfo repetition) {
		int seed = repetition.getCurrentRepetition();
		SearchQuery query = SearchQuery.of(RandomText.of(new Random(seed), 10 * seed));
		if (!query.isEmpty()) {
			assertThat(query.corrected()).as("seed %d", seed).matches(
					("(\\+\\(names:WORD(~[12])?\\^20 words:WORD(~[12])?( names:WORD\\*\\^20 words:WORD\\*\\^0.01)?\\)"
							+ " ?){1,8}").replace("WORD", "[\\p{L}\\p{N}]+"));
			assertThat(query.asTyped()).as("seed %d", seed).matches(".* names:\"\\|( [\\p{L}\\p{N}]+)+ \\|\"\\^100");
		}
	}
}
