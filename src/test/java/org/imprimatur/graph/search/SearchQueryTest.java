package org.imprimatur.graph.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.imprimatur.graph.search.SearchQuery.Way;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {

	@Test
	void everyWordIsRequiredUnlessNothingHasThemAll() {
		SearchQuery query = SearchQuery.of("Who prohibits the Mythos 5?");
		assertThat(query.size()).isEqualTo(3);
		assertThat(query.clauses(Way.AS_TYPED)).allMatch(clause -> clause.startsWith("+("));
		assertThat(query.clauses(Way.IN_PART)).allMatch(clause -> clause.startsWith("("));
		assertThat(query.clauses(Way.AS_TYPED).getFirst()).contains("names:prohibits^20", "words:prohibit ",
				"names:prohibits*^10", "names:ban^8", "names:\"stop use\"~2^8");
		assertThat(query.called(Way.AS_TYPED)).last().isEqualTo("called:5 called:mythos5");
	}

	@Test
	void longerWordsMayBeMistyped() {
		assertThat(SearchQuery.of("eu fable antropic 2026").clauses(Way.CORRECTED)).satisfiesExactly(
				eu -> assertThat(eu).doesNotContain("~"), fable -> assertThat(fable).contains("names:fable~1^20"),
				antropic -> assertThat(antropic).contains("names:antropic~2^20"),
				year -> assertThat(year).doesNotContain("~"));
	}

	@ParameterizedTest
	@ValueSource(strings = {"", " ", "\"", ":*?~^", "\u0000", "👩‍⚖️", "\ud800", "…"})
	void withoutAWordItIsEmpty(String text) {
		assertThat(SearchQuery.of(text).isEmpty()).isTrue();
	}

	@Test
	void commonWordsCountWhereThereIsNothingElse() {
		assertThat(SearchQuery.of("to be").clauses(Way.AS_TYPED)).first().asString().startsWith("+(names:to^20");
		assertThat(SearchQuery.of("to be").size()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({"mythoss, mythos, true", "chian, chain, true", "antropic, anthropic, true", "fable, table, true",
			"fable, tables, true", "fable, stables, false", "ai, al, false", "abc, acb, true",
			"abcdefgh, badcefgh, true",
			"abcdefgh, badcfegh, false"})
	void similarWordsAnswerOnceNothingElseDoes(String typed, String meant, boolean similar) {
		SearchQuery query = SearchQuery.of(typed);
		assertThat(query.matches(Tokens.of(meant), Way.AS_TYPED)).isEmpty();
		assertThat(query.matches(Tokens.of(meant), Way.CORRECTED)).hasSize(similar ? 1 : 0);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		bans                | It banned the app, and then blocked it.  | banned blocked
		prohibition         | They stop using it.                      | stop using
		chat gpt            | ChatGPT is back.                         | ChatGPT
		cybersecurity       | Experts in cyber-security                | cyber-security
		sb53                | SB 53 of California                      | SB 53
		license             | Licences were licensed                   | Licences licensed
		26 June 2026        | It is dated June 26, 2026.               | June 26, 2026
		June 2026           | issued on 26 June 2026                   | 26 June 2026
		privacy             | an authority for data protection         | data protection
		privacy             | data on them and all protection          | ''""")
	void whatAnswersIsInTheText(String typed, String text, String expected) {
		StringBuilder matched = new StringBuilder();
		SearchQuery.of(typed).matches(Tokens.of(text), Way.AS_TYPED).stream()
				.map(it -> text.substring(it.start(), it.end())).distinct()
				.forEach(it -> matched.append(matched.isEmpty() ? "" : " ").append(it));
		assertThat(matched.toString()).isEqualTo(expected);
	}

	/** What could be an operator is a word of it, in a place where words stand. */
	@RepeatedTest(20)
	void nothingTypedIsMeantForLucene(RepetitionInfo repetition) {
		int seed = repetition.getCurrentRepetition();
		SearchQuery query = SearchQuery.of(RandomText.of(new Random(seed), 10 * seed));
		if (!query.isEmpty()) {
			for (Way way : Way.values()) {
				String asked = String.join(") ", query.clauses(way)) + ") " + query.whole(way) + " "
						+ String.join(" ", query.called(way));
				assertThat(asked).as("seed %d", seed).matches(
						"(\\+?\\(|\\) |(names|words|kinds|called|keys):(WORD|\"WORD( WORD)*\")(\\*|~[124])?(\\^[.\\d]+)?| )+"
								.replace("WORD", "[\\p{L}\\p{N}]+(\\.\\p{N}+)*"));
			}
		}
	}
}
