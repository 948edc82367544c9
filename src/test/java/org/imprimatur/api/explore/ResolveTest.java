package org.imprimatur.api.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.RoundTrips;
import org.imprimatur.api.revisions.Past;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.knowledge.Company;
import org.imprimatur.knowledge.Concern;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Identifier;
import org.imprimatur.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Looks real things up by whatever they are called. */
@ApplicationTest
class ResolveTest {

	private final Asker asker;
	private final RoundTrips roundTrips;
	private final Ledger ledger;
	private final RecordStore records;

	ResolveTest(@Autowired Asker asker, @Autowired RoundTrips roundTrips, @Autowired Ledger ledger,
			@Autowired RecordStore records) {
		this.asker = asker;
		this.roundTrips = roundTrips;
		this.ledger = ledger;
		this.records = records;
	}

	@ParameterizedTest
	@CsvSource({"model/mythos-5, model/mythos-5", "MODEL/Mythos-5, model/mythos-5", "Mythos, model/mythos-5",
			"'  garante  PER la protezione dei dati personali ', agency/it-garante", "dpc, agency/ie-dpc",
			"26-1049, ruling/us-dcc-2026-04-08",
			"https://www.punto-informatico.it/blocco-chatgpt-openai-potrebbe-vincere-ricorso/, ADDRESS",
			"http://punto-informatico.it/blocco-chatgpt-openai-potrebbe-vincere-ricorso, ADDRESS",
			"Punto-Informatico.it/blocco-chatgpt-openai-potrebbe-vincere-ricorso, ADDRESS"})
	void whatIsCalledSoIsFound(String identifier, String id) {
		String expected = id.equals("ADDRESS") ? address() : id;
		assertThat(resolve(identifier)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", " ", "nobody", "Mytho", "model/", "\\u0000", "\\\"", "* OR keys:*",
			"model/mythos-5 model/fable-5"})
	void whatNothingIsCalledIsNull(String identifier) {
		asker.askText("{ resolve(identifier: \"%s\") { id } }".formatted(identifier)).path("resolve").valueIsNull();
	}

	@ParameterizedTest
	@CsvSource({"Claude Mythos, model/mythos-5", "Commerce Department, agency/us-commerce",
			"commerce, agency/us-commerce",
			"Lutnick, person/howard-lutnick", "chat gpt, model/chatgpt", "SB53, rule/us-ca-sb-53",
			"department of defence, agency/us-department-of-war", "affiliates rule, rule/us-bis-2025-19001",
			"NUKIB, agency/cz-nukib"})
	void whatCannotBeAnythingElseIsFound(String identifier, String id) {
		assertThat(resolve(identifier)).isEqualTo(id);
	}

	@ParameterizedTest
	@CsvSource({"mythos, model/mythos-5 model/mythos-5-1 model/mythos-preview",
			"3:26-cv-01996, ruling/us-ndca-2026-03-26 ruling/us-ndca-2026-08-27",
			"RAISE Act, rule/us-ny-raise-act-2025 rule/us-ny-raise-act-2026", "commerce, agency/us-commerce",
			"model/fable-5, model/fable-5", "zzz, ''", "'', ''"})
	void allThatMayBeMeantIsGiven(String identifier, String ids) {
		assertThat(asker.askText("{ resolveAll(identifier: \"%s\") { id } }".formatted(identifier))
				.path("resolveAll[*].id").entityList(String.class).get())
				.containsSequence(ids.isEmpty() ? List.of() : List.of(ids.split(" ")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"conditionSet(model: \"Mythos 5\") { digest } | model/mythos-5 (Claude Mythos 5)?",
			"conditionSets(models: [\"model/mythos5\"]) { digest } | model/mythos-5 (Claude Mythos 5)?",
			"whatIf(model: \"model/mythos-5\", without: [\"EU AI Act\"]) { digest } | rule/eu-2024-1689 (EU AI Act)?",
			"timeline(of: [\"agency/us-comerce\"]) { totalCount } | agency/us-commerce (US Department of Commerce)",
			"path(from: \"Lutnick\", to: \"model/fable-5\") { length } | person/howard-lutnick (Howard Lutnick)"})
	void whatIsNoIdIsRefusedWithTheNearest(String field, String nearest) {
		asker.askText("{ %s }".formatted(field.replace("{ digest }", "{ __typename }"))).errors()
				.satisfy(errors -> assertThat(errors).singleElement()
						.satisfies(error -> assertThat(error.getMessage()).contains("Did you mean " + nearest)));
	}

	@Test
	void itNavigatesLikeAnyNode() {
		String document = """
			{ resolve(identifier: "Mythos") { __typename ... on Model { developer { name } conditionSet(asOf: "2026-06-27") { standing { level } } } } }""";
		asker.askText(document).path("resolve.developer.name").entity(String.class).isEqualTo("Anthropic")
				.path("resolve.conditionSet.standing.level").entity(String.class).isEqualTo("LIMITED");
		assertThat(roundTrips.of(() -> asker.askText("{ once: resolve(identifier: \"Mythos\") { id } }"))).isEqualTo(2);
	}

	@Test
	void theBetterRankWinsAndNoneWinsOverItsLike() {
		List<Entity> entities = new ArrayList<>(Past.dossiers());
		entities.add(new Company("company/x", "X", List.of("Xerxes"), null, null,
				List.of(new Identifier("LEI", "5493001KJTIIGC8Y1R12")), List.of()));
		entities.add(new Concern("concern/one", "Xerxes", List.of("the same", "company/x"), null, List.of()));
		entities.add(new Concern("concern/two", "Two", List.of("The Same", "5493001kjtiigc8y1r12"), null, List.of()));
		try {
			Past.publish(ledger, entities, "Namesakes");
			assertThat(resolve("company/x")).isEqualTo("company/x");
			assertThat(resolve("xerxes")).isEqualTo("concern/one");
			assertThat(resolve("5493001KJTIIGC8Y1R12")).isEqualTo("company/x");
			assertThat(resolve("lei:5493001KJTIIGC8Y1R12")).isEqualTo("company/x");
			asker.askText("{ resolve(identifier: \"the same\") { id } }").errors()
					.satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
						assertThat(error.getExtensions()).containsEntry("code", "AMBIGUOUS");
						assertThat(error.getMessage()).contains("concern/one (Xerxes), concern/two (Two)");
					})).path("resolve").valueIsNull();
		} finally {
			new Past(ledger, records).restore();
		}
		asker.askText("{ resolve(identifier: \"xerxes\") { id } }").path("resolve").valueIsNull();
		asker.askText("{ at(revision: %d) { resolve(identifier: \"xerxes\") { id } } }".formatted(records.head() - 1))
				.path("at.resolve.id").entity(String.class)
				.isEqualTo("concern/one@%d".formatted(records.head() - 1));
	}

	private String address() {
		return asker.askText("""
			{ sources(first: 100) { nodes { id address } } }""").path("sources.nodes[*]").entityList(Map.class).get()
				.stream()
				.filter(it -> String.valueOf(it.get("address")).contains("punto-informatico.it/blocco"))
				.map(it -> String.valueOf(it.get("id"))).findFirst().orElseThrow();
	}

	private String resolve(String identifier) {
		return asker.askText("{ resolve(identifier: \"%s\") { id } }".formatted(identifier)).path("resolve.id")
				.entity(String.class).get();
	}
}
