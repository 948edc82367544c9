package org.imprimatur.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.Listener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is no place, day or moment is refused at every door, and never taken for another. */
@ApplicationTest
class PlacesAndDaysTest {

	private static final String UK = "'UK' is no ISO 3166 code; the United Kingdom is GB";
	private static final String JUNE = "'2026-06-31' is no day: June 2026 goes from 2026-06-01 to 2026-06-30";

	private final Asker asker;

	PlacesAndDaysTest(@Autowired Asker asker) {
		this.asker = asker;
	}

	private record Asked(String document, String message) {
		@Override
		public String toString() {
			return document;
		}
	}

	/** Every argument that is a place or a day, given as a literal. */
	static final List<Asked> LITERALS = List.of(
			new Asked("conditionSet(model: \"model/chatgpt\", territory: \"UK\") { standing { level } }",
					"argument 'territory': " + UK),
			new Asked("conditionSets(models: [\"model/chatgpt\"], territory: \"UK\") { standing { level } }",
					"argument 'territory': " + UK),
			new Asked("model(id: \"model/chatgpt\") { conditionSet(territory: \"UK\") { standing { level } } }",
					"argument 'territory': " + UK),
			new Asked("assess(model: \"model/chatgpt\", party: \"company/openai\", action: PROCESS_DATA,"
					+ " territory: \"it\") { outcome }", "argument 'territory': 'it': write IT"),
			new Asked("assess(model: \"model/chatgpt\", party: \"company/openai\", action: PROCESS_DATA,"
					+ " destination: \"UK\") { outcome }", "argument 'destination': " + UK),
			new Asked("compare(models: [\"model/chatgpt\"], territory: \"UK\") { __typename }",
					"argument 'territory': " + UK),
			new Asked("changes(model: \"model/chatgpt\", from: \"2026-01-01\", to: \"2026-02-01\", territory: \"UK\")"
					+ " { __typename }", "argument 'territory': " + UK),
			new Asked("whatIf(model: \"model/chatgpt\", without: [], territory: \"UK\") { __typename }",
					"argument 'territory': " + UK),
			new Asked("companies(filter: {jurisdiction: [\"US\", \"UK\"]}) { totalCount }",
					"argument 'filter.jurisdiction[1]': " + UK),
			new Asked("agencies(filter: {jurisdiction: \"UK\"}) { totalCount }",
					"argument 'filter.jurisdiction': " + UK),
			new Asked("conditionSet(model: \"model/mythos-5\", asOf: \"2026-06-31\") { receipt { asOf } }",
					"argument 'asOf': " + JUNE),
			new Asked("conditionSet(model: \"model/mythos-5\", reportedBy: 20260626) { receipt { asOf } }",
					"argument 'reportedBy': write it as a text, such as \"2026-06-26\""),
			new Asked("compare(models: [\"model/chatgpt\"], asOf: [\"2026-06-30\", \"2026-06-31\"]) { __typename }",
					"argument 'asOf[1]': " + JUNE),
			new Asked("instruments(filter: {issued: {to: \"2026-06-31\"}}) { totalCount }",
					"argument 'filter.issued.to': " + JUNE),
			new Asked("timeline(of: [\"model/chatgpt\"], from: \"2026-06-31\") { totalCount }",
					"argument 'from': " + JUNE),
			new Asked("at(recordedBy: \"2026-12-28T00:00Z\") { revision }",
					"argument 'recordedBy': '2026-12-28T00:00Z' is no moment: write it as 2026-06-26T12:00:00Z, with"
							+ " seconds, and Z or an offset such as +02:00"));

	@ParameterizedTest
	@FieldSource("LITERALS")
	void aLiteralIsRefused(Asked asked) {
		refused("{ %s }".formatted(asked.document()), Map.of(), asked.message());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
		Territory | "UK"            | 'UK' is no ISO 3166 code; the United Kingdom is GB
		Territory | ""              | '' is no ISO 3166 code; write IT, US-CA, EU or EEA
		Territory | "Italy"         | 'Italy': write IT
		Date      | "2025-02-29"    | '2025-02-29' is no day: February 2025 goes from 2025-02-01 to 2025-02-28
		Date      | "+12026-01-01"  | '+12026-01-01' is no day: write it as 2026-06-26
		""")
	void aVariableIsRefused(String type, String value, String sentence) {
		String message = "variable 'it': " + sentence;
		refused("query($it: %s) { conditionSet(model: \"model/chatgpt\", %s: $it) { __typename } }".formatted(type,
				type.equals("Date") ? "asOf" : "territory"), Map.of("it", value), message);
		refused("query($it: [%s!]) { %s { __typename } }".formatted(type, type.equals("Date")
				? "compare(models: [], asOf: $it)"
				: "companies(filter: {jurisdiction: $it})"), Map.of("it", List.of(value)), message);
	}

	@Test
	void aFilterAsAVariableIsRefused() {
		String document = "query($which: InstrumentFilter) { instruments(filter: $which) { totalCount } }";
		refused(document, Map.of("which", Map.of("issued", Map.of("from", "2026-06-31"))),
				"variable 'which': " + JUNE);
		refused(document, Map.of("which", Map.of("issued", Map.of("from", 7))),
				"variable 'which': write it as a text, such as \"2026-06-26\"");
	}

	/** Documents of before places had a type of their own. */
	@Test
	void aPlaceDeclaredAsAStringIsReadAsOne() {
		String set = "query($model: ID!, $it: String = \"US\") { conditionSet(model: $model, territory: $it) { receipt"
				+ " { territory } } }";
		assertThat(asker.askText(set, Map.of("model", "model/chatgpt", "it", "IT"))
				.path("conditionSet.receipt.territory").entity(String.class).get()).isEqualTo("IT");
		assertThat(asker.askText(set, Map.of("model", "model/chatgpt")).path("conditionSet.receipt.territory")
				.entity(String.class).get()).isEqualTo("US");
		refused(set, Map.of("model", "model/chatgpt", "it", "UK"), "variable 'it': " + UK);
		String list = "query($it: [String!]) { companies(filter: {jurisdiction: $it}) { totalCount } }";
		refused(list, Map.of("it", List.of("UK")), "variable 'it': " + UK);
		asker.askText("query($it: String) { search(query: $it) { totalCount } conditionSet(model: \"model/chatgpt\","
				+ " territory: $it) { __typename } }").errors().satisfy(errors -> assertThat(errors).hasSize(2)
						.allSatisfy(error -> assertThat(error.getMessage()).contains("is declared as String")));
	}

	@Test
	void aLongValueIsNotRepeated() {
		refused("{ conditionSet(model: \"model/chatgpt\", territory: \"%s\") { standing { level } } }"
				.formatted("x".repeat(10_000)), Map.of(),
				"argument 'territory': '%s…' is no ISO 3166 code; write IT,"
						.formatted("x".repeat(40)) + " US-CA, EU or EEA");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
				asOf=2026-06-31 | variable 'asOf': '2026-06-31' is no day: June 2026 goes from 2026-06-01 to 2026-06-30
				territory=it    | variable 'territory': 'it': write IT
				""")
	void aParameterOfAnAddressIsRefused(String parameter, String message) throws IOException, InterruptedException {
		String answer = HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(URI.create(asker.origin()
						+ "/graphql/documents/condition-set?model=model/chatgpt&" + parameter)).build(),
						BodyHandlers.ofString())
				.body();
		JsonNode error = JsonMapper.shared().readTree(answer).path("errors").path(0);
		assertThat(error.path("message").asString()).isEqualTo(message);
		assertThat(error.path("extensions").path("code").asString()).isEqualTo("BAD_ARGUMENT");
	}

	@Test
	void aSubscriptionIsRefused() {
		try (Listener listener = new Listener.Events(asker.origin())) {
			listener.subscribe("1", "subscription { conditionSetChanged(models: [\"model/chatgpt\"], sinceDay:"
					+ " \"2026-06-31\") { revision } }");
			assertThat(listener.next().path("errors").path(0).path("message").asString())
					.isEqualTo("argument 'sinceDay': " + JUNE);
		}
	}

	@Test
	void whatIsRightIsAnswered() {
		Stream.of("IT", "EU", "EEA", "US-CA").forEach(code -> assertThat(asker
				.askText("query($it: Territory!) { conditionSet(model: \"model/chatgpt\", territory: $it, asOf:"
						+ " \"2023-04-05\") { receipt { territory } } }", Map.of("it", code))
				.path("conditionSet.receipt.territory").entity(String.class).get()).isEqualTo(code));
		assertThat(asker.askText("{ companies(filter: {jurisdiction: [\"US\"]}) { totalCount } }")
				.path("companies.totalCount").entity(Integer.class).get()).isPositive();
		assertThat(asker.askText("{ at(recordedBy: \"9998-12-28T00:00:00+02:00\") { revision } }")
				.path("at.revision").entity(Integer.class).get()).isPositive();
	}

	private void refused(String document, Map<String, ?> variables, String message) {
		asker.askText(document, variables).errors().satisfy(errors -> assertThat(errors).singleElement()
				.satisfies(error -> {
					assertThat(error.getMessage()).isEqualTo(message);
					assertThat(error.getExtensions()).containsEntry("code", "BAD_ARGUMENT");
				}));
	}
}
