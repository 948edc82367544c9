package org.imprimatur.api.revisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.imprimatur.answer.Receipt;
import org.imprimatur.api.revisions.ReplayField.Replay;
import org.imprimatur.api.revisions.ReplayField.ReplayOutcome;
import org.imprimatur.dossier.DossierFile;
import org.imprimatur.dossier.DossierReader;
import org.imprimatur.dossier.Reading;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Facts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receipts that earlier versions of the rules gave are reproduced where the content is the same, and otherwise told to
 * be of other rules. The receipts were written by those rules and are never written anew.
 */
class EarlierReceiptsTest {

	private static final Path RECEIPTS = Path.of("src/test/resources/receipts");
	private static final Facts RECORD = record();

	@ParameterizedTest
	@MethodSource
	void receipts(JsonNode given) {
		JsonNode reportedBy = given.path("reportedBy");
		Question question = new Question(given.path("model").asString(), LocalDate.parse(given.path("asOf").asString()),
				reportedBy.isString() ? LocalDate.parse(reportedBy.asString()) : null, null);
		String digest = given.path("digest").asString();
		Replay replay = Replay.of(given.path("rules").asString(), digest,
				new Receipt(ConditionSets.of(RECORD, question), 1));
		assertThat(replay.outcome()).isEqualTo(ReplayOutcome.valueOf(given.path("outcome").asString()));
		assertThat(replay.digestThen()).isEqualTo(digest);
		assertThat(replay.digestNow().equals(digest)).isEqualTo(replay.outcome() == ReplayOutcome.REPRODUCED);
	}

	static Stream<JsonNode> receipts() throws IOException {
		List<JsonNode> receipts = new ArrayList<>();
		for (String rules : List.of("rules-1.json", "rules-2.json", "rules-3.json")) {
			JsonMapper.shared().readTree(Files.readString(RECEIPTS.resolve(rules))).forEach(receipts::add);
		}
		return receipts.stream();
	}

	private static Facts record() {
		try {
			Reading reading = DossierReader.read(
					List.of(new DossierFile("record.yaml", Files.readAllBytes(RECEIPTS.resolve("record.yaml")))));
			return new Facts(((Reading.Accepted) reading).dossiers().stream().flatMap(DossierContents::all).toList());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
