package org.imprimatur.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.imprimatur.knowledge.EvidenceCheck.Verdict.CONFIRMED;
import static org.imprimatur.knowledge.EvidenceCheck.Verdict.NOT_FOUND;
import static org.imprimatur.knowledge.EvidenceCheck.Verdict.NOT_RECORDED;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imprimatur.knowledge.EvidenceCheck.Cited;
import org.imprimatur.knowledge.EvidenceCheck.Verdict;
import org.imprimatur.knowledge.Model.ModelKind;
import org.imprimatur.knowledge.Model.Release;
import org.imprimatur.knowledge.Source.Reliability;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceCheckTest {

	private static final String LETTER = """
		BUREAU OF INDUSTRY AND SECURITY
		Washington, 12 June 2026

		Dear Mr. Smith,

		You are hereby informed that a licence is required for the export,
		re\u00adexport or transfer of the models called “Anvil”\u00a0and “Anvil mini”.
		This requirement takes effect at once (15 CFR 744.22). Café.
		""";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		You are hereby informed that a licence is required for the export,          | CONFIRMED
		is required for the export, re\u00adexport or transfer                       | CONFIRMED
		licence                                                                      | CONFIRMED
		called “Anvil” and  “Anvil mini”.  This requirement takes effect at once     | CONFIRMED
		2026 Dear Mr. Smith, You                                                     | CONFIRMED
		(15 CFR 744.22). Cafe\u0301.                                                 | CONFIRMED
		You are hereby informed that a license is required for the export,           | NOT_FOUND
		you are hereby informed                                                      | NOT_FOUND
		called “Anvil                                                                | NOT_FOUND
		15 CFR 744.22                                                                | NOT_FOUND
		hereby are You                                                               | NOT_FOUND
		""")
	void aPassageIsARunOfWholeWords(String passage, Verdict verdict) {
		assertThat(verdicts(LETTER, Passage.digest(passage))).containsExactly(verdict);
	}

	@Test
	void theWholeLetterIsAPassage() {
		assertThat(verdicts(LETTER, Passage.digest(LETTER))).containsExactly(CONFIRMED);
	}

	@Test
	void theDigestIsThatOfTheNormalForm() {
		assertThat(Passage.normal("\uFEFF \tCafe\u0301\u00a0 \u2028au\r\nlait ")).isEqualTo("Café au lait");
		assertThat(Passage.digest("Cafe\u0301\nau lait"))
				.isEqualTo("793e7643ce558259f6fe71f9ecaaf268acbcd011a2bb4c7f561df05a133d4d08");
	}

	@Test
	void aPassageHasWordsButNotTooMany() {
		String most = "word ".repeat(Passage.MOST_WORDS);
		assertThat(verdicts("Before " + most + "after", Passage.digest(most))).containsExactly(CONFIRMED);
		assertThatIllegalArgumentException().isThrownBy(() -> Passage.digest(most + "more"))
				.withMessage("a passage has from 1 to 500 words, and this has 501");
		assertThatIllegalArgumentException().isThrownBy(() -> Passage.digest(" \n"))
				.withMessage("a passage has from 1 to 500 words, and this has 0");
	}

	@Test
	void tellsOfEachPassageThatIsCitedAndOfTheDocument() {
		byte[] document = LETTER.getBytes(StandardCharsets.UTF_8);
		String right = Passage.digest("a licence is required");
		List<Entity> entities = List.of(
				concern("concern/a", cited("source/letter", right), cited("source/other", right),
						cited("source/letter", null)),
				concern("concern/b", cited("source/letter", Sha256.of("nothing"))),
				new Model("model/c", "C", List.of(), ModelKind.MODEL, null, List.of(), null, null,
						List.of(new Release(EdtfDate.parse("2026"), null, null,
								List.of(cited("source/letter", right)))),
						null, List.of(cited("source/other", right))),
				source(null));
		assertThat(EvidenceCheck.of(source(Sha256.of(document)), document, LETTER, entities))
				.isEqualTo(new EvidenceCheck("source/letter", CONFIRMED,
						List.of(new Cited("source/letter", "concern/a", "evidence[0]", CONFIRMED),
								new Cited("source/letter", "concern/a", "evidence[2]", NOT_RECORDED),
								new Cited("source/letter", "concern/b", "evidence[0]", NOT_FOUND),
								new Cited("source/letter", "model/c", "releases[0].evidence[0]", CONFIRMED))));
		assertThat(EvidenceCheck.of(source(null), document, LETTER, List.of()).document()).isEqualTo(NOT_RECORDED);
		assertThat(EvidenceCheck.of(source(Sha256.of(document)), "\n".getBytes(StandardCharsets.UTF_8), LETTER,
				List.of()).document()).isEqualTo(NOT_FOUND);
	}

	@Test
	void anyRunIsFoundHoweverTheTextIsLaidOutAndNoOtherIs() {
		for (long seed = 0; seed < 50; seed++) {
			Random random = new Random(seed);
			List<String> words = IntStream.range(0, 200).mapToObj(i -> word(random)).toList();
			int first = random.nextInt(words.size());
			List<String> run = new ArrayList<>(
					words.subList(first, first + 1 + random.nextInt(words.size() - first)));
			String right = Passage.digest(laidOut(run, random));
			run.set(random.nextInt(run.size()), "changed");
			String wrong = Passage.digest(laidOut(run, random));
			assertThat(verdicts(laidOut(words, random), right, wrong)).as("seed %d", seed).containsExactly(CONFIRMED,
					NOT_FOUND);
		}
	}

	private static String word(Random random) {
		String letters = "abcdefghij.,“”é漢";
		return random.ints(1 + random.nextInt(6), 0, letters.length())
				.mapToObj(i -> String.valueOf(letters.charAt(i))).collect(Collectors.joining());
	}

	private static String laidOut(List<String> words, Random random) {
		List<String> spaces = Arrays.asList(" ", "\n", "\r\n\r\n", "\t", "\u00a0", " \u2009 ");
		return words.stream().map(it -> it + spaces.get(random.nextInt(spaces.size()))).collect(Collectors.joining());
	}

	private static List<Verdict> verdicts(String text, String... digests) {
		Evidence[] evidence = Arrays.stream(digests).map(it -> cited("source/letter", it)).toArray(Evidence[]::new);
		return EvidenceCheck.of(source(null), new byte[0], text, List.of(concern("concern/a", evidence))).passages()
				.stream().map(Cited::verdict).toList();
	}

	private static Source source(@Nullable String sha256) {
		return new Source("source/letter", "A letter", null, null, null, null, null, sha256, Reliability.PRIMARY,
				null, null);
	}

	private static Concern concern(String id, Evidence... evidence) {
		return new Concern(id, "Noise", Collections.emptyList(), null, List.of(evidence));
	}

	private static Evidence cited(String source, @Nullable String passageSha256) {
		return new Evidence(new Ref<>(source), null, "Says so.", null, List.of(), Evidence.Stance.SUPPORTS, null, null,
				passageSha256);
	}
}
