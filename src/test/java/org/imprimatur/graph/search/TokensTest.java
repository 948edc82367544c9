package org.imprimatur.graph.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
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
		GPT-5.6, no. 3:26-cv-01996    | gpt 5.6 no 3 26 cv 01996
		D.C. X.AI 15,000              | dc xai 15000
		DeepSeek’s Anthropic's firms' | deepseek anthropic firms
		ﬁnal Ⅷ                        | final viii
		人工知能 AI                    | 人 工 知 能 ai
		names:(a OR b)^2 AND c~ \\ "d" | names a or b 2 and c d
		👩‍⚖️ — «»                       | ''""")
	void areFolded(String text, String words) {
		assertThat(Tokens.parts(text)).extracting(Tokens.Word::folded).containsExactly(words.isEmpty()
				? new String[0]
				: words.split(" "));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		banned bans ban                       | ban
		licences license licensing licenses   | licence
		organisations organization organise   | organization organize
		analysed analyse analyze              | analyze
		defence defense                       | defence
		labelling labeling labels             | label
		behaviour behavior                    | behavior
		programme program programmes          | program
		prohibits prohibited                  | prohibit""")
	void haveStemsInOneSpelling(String text, String stems) {
		assertThat(Tokens.parts(text).stream().map(Tokens.Word::stem).distinct()).containsExactly(stems.split(" "));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		cyber-security           | cyber cybersecurity security
		supply chain             | supply chain
		of 26 June 2026, and     | of 26 20260626 june 2026 and
		June 26, 2026            | june 20260626 26 2026
		2026-06-26 2026-06       | 2026 20260626 06 26 2026 202606 06
		Sept. 2025               | sept 202509 2025
		may 20 maybe 2020        | may 20 maybe 2020
		FR 2025-00704 2026-11571 | fr 2025 00704 2026 11571""")
	void areOneWordWhereHyphensPartThemAndWhereTheyNameADay(String text, String words) {
		assertThat(Tokens.of(text)).extracting(Tokens.Word::folded).contains(words.split(" "))
				.allMatch(word -> word.length() < 8 || words.contains(word));
	}

	/** So that both work in one process. */
	@Test
	void areAnalysedByTheLuceneOfNeo4j() {
		assertThat(Analyzer.class.getPackage().getImplementationVersion()).isNotNull()
				.isEqualTo(QueryParser.class.getPackage().getImplementationVersion());
	}

	/** So that nothing of a word can mean anything to Lucene. */
	@RepeatedTest(20)
	void areLettersAndDigitsAtTheirPlaces(RepetitionInfo repetition) {
		int seed = repetition.getCurrentRepetition();
		String text = RandomText.of(new Random(seed), 500);
		assertThat(Tokens.of(text)).as("seed %d", seed).allSatisfy(word -> {
			assertThat(word.folded()).matches("[\\p{L}\\p{N}]+(\\.\\p{N}+)*");
			assertThat(word.stem()).matches("[\\p{L}\\p{N}]+(\\.\\p{N}+)*");
			assertThat(Tokens.of(text.substring(word.start(), word.end()))).extracting(Tokens.Word::folded)
					.contains(word.folded());
		});
	}
}
