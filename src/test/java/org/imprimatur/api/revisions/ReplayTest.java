package org.imprimatur.api.revisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.RoundTrips;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.graph.record.Cause;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Sha256;
import org.imprimatur.knowledge.Withdrawal;
import org.imprimatur.ledger.Ledger;
import org.imprimatur.ledger.Publication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A receipt that is given back later has the answer that it was given with, or is told why not. */
@ApplicationTest
class ReplayTest {

	private static final String NEVER = "0".repeat(64);
	private static final int FACTS_AND_TITLES = 2;

	private final Asker asker;
	private final RoundTrips roundTrips;
	private final Ledger ledger;
	private final RecordStore records;
	private final Past past;

	ReplayTest(@Autowired Asker asker, @Autowired RoundTrips roundTrips, @Autowired Ledger ledger,
			@Autowired RecordStore records) {
		this.asker = asker;
		this.roundTrips = roundTrips;
		this.ledger = ledger;
		this.records = records;
		this.past = new Past(ledger, records);
	}

	@AfterEach
	void restore() {
		past.restore();
	}

	@ParameterizedTest
	@CsvSource({"model/mythos-5, 2026-06-27, 2026-06-26, US", "model/mythos-5, 2026-07-02,,",
			"model/chatgpt, 2023-04-05,, IT"})
	void isReproducedWhateverWasPublishedSince(String model, String asOf, String reportedBy, String territory) {
		Map<String, Object> question = new HashMap<>(Map.of("model", model, "asOf", asOf));
		question.put("reportedBy", reportedBy);
		question.put("territory", territory);
		Map<String, Object> receipt = receipt(question);
		int given = records.head();
		past.publish(new Random(3), 2);
		JsonNode replay = replay(receipt);
		assertThat(replay.path("outcome").asString()).isEqualTo("REPRODUCED");
		assertThat(replay.path("revision").asInt()).isEqualTo(given).isLessThan(records.head());
		assertThat(replay.path("digestNow")).isEqualTo(replay.path("digestThen"))
				.hasToString("\"%s\"".formatted(receipt.get("digest")));
		assertThat(Sha256.of(replay.path("content").asString())).isEqualTo(receipt.get("digest"));
		assertThat(replay.at("/conditionSet/model/id").asString()).isEqualTo(model + "@" + given);
		assertThat(replay.at("/conditionSet/receipt/revision").asInt()).isEqualTo(given);
	}

	@Test
	void whoWasAnsweredByOtherRulesIsToldSo() {
		Map<String, Object> receipt = receipt(Map.of("model", "model/mythos-5", "asOf", "2026-06-27"));
		JsonNode sameAnswer = replay(with(receipt, "rules", "0"));
		assertThat(sameAnswer.path("outcome").asString()).isEqualTo("REPRODUCED");
		assertThat(sameAnswer.path("rulesThen").asString()).isEqualTo("0");
		JsonNode another = replay(with(with(receipt, "rules", "0"), "digest", NEVER));
		assertThat(another.path("outcome").asString()).isEqualTo("OTHER_RULES");
		assertThat(another.path("rulesThen").asString()).isEqualTo("0");
		assertThat(another.path("rulesNow").asString()).isEqualTo(ConditionSets.VERSION);
		assertThat(another.path("digestThen").asString()).isEqualTo(NEVER);
		assertThat(another.path("digestNow").asString()).isEqualTo(receipt.get("digest"));
	}

	@ParameterizedTest
	@CsvSource({"digest, 0000000000000000000000000000000000000000000000000000000000000000", "asOf, 2026-06-13",
			"reportedBy, 2026-06-13", "territory, IT", "model, model/chatgpt"})
	void oneThatWasChangedIsNotReproduced(String field, String other) {
		Map<String, Object> receipt = receipt(Map.of("model", "model/mythos-5", "asOf", "2026-06-27"));
		JsonNode replay = replay(with(receipt, field, other));
		assertThat(replay.path("outcome").asString()).isEqualTo("NOT_REPRODUCED");
		assertThat(replay.path("rulesThen")).isEqualTo(replay.path("rulesNow"));
		assertThat(replay.path("digestThen")).isNotEqualTo(replay.path("digestNow"));
	}

	@Test
	void oneOfAModelThatWasMergedIsReproducedBeforeAndAfter() {
		publish(List.of(), model("model/one"));
		Map<String, Object> question = Map.of("model", "model/one", "asOf", "2026-06-27");
		Map<String, Object> before = receipt(question);
		publish(List.of(new Withdrawal("model/one", "It is the same", new Ref<>("model/mythos-5"))));
		Map<String, Object> after = receipt(question);
		publish(List.of(), model("model/one"));
		assertThat(replay(before).at("/conditionSet/model/id").asString()).startsWith("model/one@");
		assertThat(replay(after).at("/conditionSet/model/id").asString()).startsWith("model/mythos-5@");
		assertThat(List.of(before, after)).extracting(it -> replay(it).path("outcome").asString())
				.containsOnly("REPRODUCED");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
				revision | 0                  | NOT_FOUND    | there is no revision 0: the record has the revisions 1 to
				revision | 1000000            | NOT_FOUND    | there is no revision 1000000
				model    | model/unheard-of   | NOT_FOUND    | there was no model 'model/unheard-of' at revision 1: give the model
				digest   | 1234               | BAD_ARGUMENT | has 64 hexadecimal digits in lower case
				digest   | 000000000000000000000000000000000000000000000000000000000000000g | BAD_ARGUMENT | has 64 hexadecimal digits
				digest   | 00000000000000000000000000000000000000000000000000000000000000000 | BAD_ARGUMENT | has 64 hexadecimal digits
				""")
	void whatIsNoReceiptIsRefused(String field, String value, String code, String sentence) {
		Map<String, Object> receipt = Map.of("model", "model/mythos-5", "asOf", "2026-06-27", "revision", 1, "rules",
				"1", "digest", NEVER);
		refused("replay(receipt: $receipt) { outcome }",
				with(receipt, field, field.equals("revision") ? Integer.valueOf(value) : value), code, sentence);
	}

	@Test
	void anEarlierRecordKnowsNoLaterReceipt() {
		past.publish(new Random(4), 2);
		int head = records.head();
		Map<String, Object> receipt = receipt(Map.of("model", "model/mythos-5", "asOf", "2026-06-27"));
		refused("at(revision: %d) { replay(receipt: $receipt) { outcome } }".formatted(head - 1), receipt, "NOT_FOUND",
				"there is no revision %d: the record has the revisions 1 to %d".formatted(head, head - 1));
		JsonNode within = ask("at(revision: %d) { replay(receipt: $receipt) { outcome revision } }".formatted(head),
				with(receipt, "revision", head - 1));
		assertThat(within.at("/at/replay/revision").asInt()).isEqualTo(head - 1);
	}

	@Test
	void takesNoMoreRoundTripsThanItsQuestion() {
		past.publish(new Random(5), 1);
		Map<String, Object> receipt = new HashMap<>(Map.of("model", "model/mythos-5", "asOf", "2026-06-27", "rules",
				"1", "digest", NEVER, "revision", records.head()));
		assertThat(roundTrips.of(() -> asker.ask("replay", receipt).errors().verify()))
				.isEqualTo(FACTS_AND_TITLES);
	}

	private Map<String, Object> receipt(Map<String, Object> question) {
		Map<String, Object> receipt = new HashMap<>(question);
		asker.askText("""
			query ($model: ID!, $asOf: Date, $reportedBy: Date, $territory: Territory) {
				conditionSet(model: $model, asOf: $asOf, reportedBy: $reportedBy, territory: $territory) {
					receipt { asOf reportedBy territory revision rules digest }
				}
			}""", question).path("conditionSet.receipt")
				.entity(new ParameterizedTypeReference<Map<String, Object>>() {
				}).get().forEach(receipt::put);
		return receipt;
	}

	private static Map<String, Object> with(Map<String, Object> receipt, String field, Object value) {
		Map<String, Object> changed = new HashMap<>(receipt);
		changed.put(field, value);
		return changed;
	}

	private JsonNode replay(Map<String, Object> receipt) {
		return ask("""
			replay(receipt: $receipt) { outcome revision rulesThen rulesNow digestThen digestNow content
			  conditionSet { model { id } receipt { revision } } }""", receipt).path("replay");
	}

	private JsonNode ask(String field, Map<String, Object> receipt) {
		return JsonMapper.shared().valueToTree(
				asker.askText("query ($receipt: ReceiptInput!) { %s }".formatted(field), Map.of("receipt", receipt))
						.path("").entity(new ParameterizedTypeReference<Map<String, Object>>() {
						}).get());
	}

	private void refused(String field, Map<String, Object> receipt, String code, String sentence) {
		asker.askText("query ($receipt: ReceiptInput!) { %s }".formatted(field), Map.of("receipt", receipt)).errors()
				.satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
					assertThat(error.getExtensions()).containsEntry("code", code);
					assertThat(error.getMessage()).contains(sentence);
				}));
	}

	private void publish(List<Withdrawal> withdrawn, Entity... entities) {
		DossierContents seed = Past.seed().getFirst();
		ledger.publish(new Publication(
				List.of(new DossierContents(seed.dossier(),
						Stream.concat(seed.entities().stream(), Stream.of(entities)).toList(), withdrawn)),
				records.head(), "Ada", "A message", Cause.OUR_CORRECTION));
	}

	private static Entity model(String id) {
		return new Model(id, "A model", List.of(), Model.ModelKind.MODEL, null, List.of(), null, null, List.of(),
				null, List.of());
	}
}
