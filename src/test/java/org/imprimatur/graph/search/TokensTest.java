package org.imprimatur.graph.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		Clearview AI                  | clearview ai
		la Société Générale           | la societe generale
		ÆRØ straße Łódź ẞ             | aero strasse lodz ss
		İstanbul ISTANBUL ıstanbul    | istanbul istanbul istanbul
		ΣΊΣΥΦΟΣ                       | σισυφοσ
		GPT-5.6, no. 3:26-cv-01996    | gpt 5 6 no 3 26 cv 01996
		ﬁnal ①② Ⅷ                     | final 12 viii
		人工知能 AI                    | 人 工 知 能 ai
		names:(a OR b)^2 AND c~ \\ "d" | names a or b 2 and c d
		👩‍⚖️ — «»                       | ''""")
	void areFolded(String text, String words) {
		assertThat(Tokens.of(text).map(Tokens.Word::folded)).containsExactly(words.isEmpty()
				? new String[0]
				: words.split(" "));
	}

	/** So that nothing of a word can mean anything to Lucene. */
	@RepeatedTest(20)
	void areLettersAndDigitsAtTheirPlaces(RepetitionInfo repetition) {
		int seed = repetition.getCurrentRepetition();
		String text = RandomText.of(new Random(seed), 500);
		assertThat(Tokens.of(text)).as("seed %d", seed).allSatisfy(word -> {
			assertThat(word.folded().codePoints()).allMatch(Character::isLetterOrDigit);
			assertThat(Tokens.of(text.substring(word.start(), word.end())).map(Tokens.Word::folded))
					.containsExactly(word.folded());
		});
	}
}
