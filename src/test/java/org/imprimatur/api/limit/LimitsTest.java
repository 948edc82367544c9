package org.imprimatur.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.IntrospectionQuery;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.RoundTrips;
import org.imprimatur.graph.selection.Cursor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * What is refused is refused before anything is asked of the graph, with a code and with a sentence that says what to
 * do.
 */
@ApplicationTest
class LimitsTest {

	private static final String CURSOR = new Cursor("date_from", null, "event/x").encode();

	private final Asker asker;
	private final RoundTrips roundTrips;
	private final Admission admission;

	LimitsTest(@Autowired Asker asker, @Autowired RoundTrips roundTrips, @Autowired Admission admission) {
		this.asker = asker;
		this.roundTrips = roundTrips;
		this.admission = admission;
	}

	enum Refused {
		HOPS("{ model(id: \"model/mythos-5\") " + "{ variantOf ".repeat(9) + "{ id }" + " }".repeat(9) + " }",
				"LIMIT_EXCEEDED", "follows 9 relationships in a row"),

		SUBQUERIES("{ model(id: \"model/mythos-5\") { %s } }".formatted(many(40, "a%d: evidence { quote }")),
				"LIMIT_EXCEEDED", "follows 41 relationships"),

		SUBQUERIES_OF_A_CONDITION_SET(
				"{ conditionSet(model: \"model/mythos-5\") { %s } }".formatted(many(41, "a%d: model { id }")),
				"LIMIT_EXCEEDED", "relationships, and 40 is the limit"),

		IDS("{ nodes(ids: [%s]) { id } }".formatted(many(101, "\"model/%d\"")), "LIMIT_EXCEEDED", "these are 101 ids"),

		MODELS("{ conditionSets(models: [%s]) { standing { level } } }".formatted(many(101, "\"model/%d\"")),
				"LIMIT_EXCEEDED", "these are 101 ids"),

		TOO_LONG_A_PAGE("{ models(first: 101) { totalCount } }", "LIMIT_EXCEEDED", "ask for 1 to 100 at a time"),

		NO_PAGE("{ models(first: 0) { totalCount } }", "LIMIT_EXCEEDED", "ask for 1 to 100 at a time"),

		TOO_LONG_A_PAGE_BELOW("{ model(id: \"model/mythos-5\") { variants(first: 101) { totalCount } } }",
				"LIMIT_EXCEEDED", "ask for 1 to 100 at a time"),

		NESTED_CONDITION_SET(
				"{ conditionSet(model: \"model/mythos-5\") { model { conditionSet { coverage { gaps } } } } }",
				"LIMIT_EXCEEDED", "a condition set below a condition set"),

		NESTED_CONDITION_SET_OF_A_ROW(
				"{ models { nodes { conditionSet { model { conditionSet { coverage { gaps } } } } } } }",
				"LIMIT_EXCEEDED", "a condition set below a condition set"),

		NO_CURSOR("{ models(after: \"nonsense\") { totalCount } }", "BAD_ARGUMENT", "after is no cursor of this list"),

		CURSOR_OF_ANOTHER_LIST("{ models(after: \"%s\") { totalCount } }".formatted(CURSOR), "BAD_ARGUMENT",
				"after is no cursor of this list"),

		CURSOR_OF_THE_OPPOSITE_ORDER("{ models(after: \"%s\", orderBy: NAME_ASC) { totalCount } }".formatted(
				new org.imprimatur.graph.selection.Cursor("name descending", "A", "model/x").encode()), "BAD_ARGUMENT",
				"after is no cursor of this list"),

		FROM_BOTH_ENDS("{ models(last: 1, after: \"%s\") { totalCount } }".formatted(CURSOR), "BAD_ARGUMENT",
				"after goes with first, and before with last"),

		BEFORE_ALONE("{ models(before: \"%s\") { totalCount } }".formatted(CURSOR), "BAD_ARGUMENT",
				"after goes with first, and before with last"),

		NO_CURSOR_BEFORE("{ models(last: 1, before: \"nonsense\") { totalCount } }", "BAD_ARGUMENT",
				"before is no cursor of this list"),

		TOO_MANY_OF_THE_LAST("{ models(last: 101) { totalCount } }", "LIMIT_EXCEEDED",
				"last is 101: ask for 1 to 100 at a time, and for more with before"),

		A_LATER_ROOT_FIELD("{ models { totalCount } b: models(first: 101) { totalCount } }", "LIMIT_EXCEEDED",
				"ask for 1 to 100 at a time"),

		COST("{ models(first: 100) { nodes { variants(first: 100) { nodes { variants(first: 100) { nodes { id } } } } } } }",
				"LIMIT_EXCEEDED", "costs up to 2010100, and 1000000 is the limit: ask for shorter pages"),

		COST_OF_LISTS(
				"{ models(first: 100) { nodes { conditionSet { conditions { derivation { evidence { source { dossiers { nodes { sources { id } } } } } } } } } } }",
				"LIMIT_EXCEEDED", "costs up to"),

		FIELDS("{ %s }".formatted(many(1_001, "a%d: revision")), "LIMIT_EXCEEDED",
				"selects 1001 fields or more, and 1000 is the limit"),

		DEPTH("{ model(id: \"model/mythos-5\") { " + "variantOf { ".repeat(40) + "id" + " }".repeat(42),
				"LIMIT_EXCEEDED",
				"nests 42 fields, and 40 is the limit"),

		TIMES("{ %s }".formatted(many(41, "a%d: at(recordedBy: \"2026-06-26T12:00:00Z\") { revision }")),
				"LIMIT_EXCEEDED", "follows 41 relationships, and 40 is the limit"),

		VALUES("{ models(filter: {developer: [%s]}) { totalCount } }".formatted(many(101, "\"company/%d\"")),
				"LIMIT_EXCEEDED", "101 ids or other values in one list"),

		TOKENS("{ %s }".formatted(many(2_600, "a%1$d @a")), "LIMIT_EXCEEDED",
				"more than 5000 words and signs"),

		CHARACTERS("{ revision } # " + "x".repeat(50_000), "LIMIT_EXCEEDED", "more than 50000 characters"),

		DEEP_LITERAL("{ models(filter: %s1%s) { totalCount } }".formatted("{name: ".repeat(200), "}".repeat(200)),
				"LIMIT_EXCEEDED", "nests more than 300 deep"),

		DEEP_FRAGMENTS("{ model(id: \"model/mythos-5\") { ...f0 } } " + IntStream.range(0, 20).mapToObj(
				level -> "fragment f%d on Model { a%d: variantOf { ...f%d } b%d: variantOf { ...f%d } } "
						.formatted(level, level, level + 1, level, level + 1))
				.collect(Collectors.joining()) + "fragment f20 on Model { id }", "LIMIT_EXCEEDED",
				"selects 1000000 fields or more"),

		DOUBLING_FRAGMENTS("{ ...f0 } " + IntStream.range(0, 60).mapToObj(
				level -> "fragment f%d on Query { ...f%d ...f%d } ".formatted(level, level + 1, level + 1))
				.collect(Collectors.joining()) + "fragment f60 on Query { revision }", "LIMIT_EXCEEDED",
				"selects 1000000 fields or more, and 1000 is the limit"),

		FRAGMENTS(chain(101), "LIMIT_EXCEEDED", "has 101 fragments, and 100 is the limit"),

		COST_BEYOND_ALL_NUMBERS(
				"{ models(first: 63) { nodes { %s conditionSet { conditions { derivation { rule } } } %s } } }"
						.formatted(
								"variants(first: 100) { nodes { ".repeat(8), "} } ".repeat(8)),
				"LIMIT_EXCEEDED", "this operation costs up to 1125899906842624"),

		COST_OF_VALUES("{ models(first: 100) { nodes { variants(first: 20) { nodes { %s } } } } }".formatted(
				many(900, "a%d: name")), "LIMIT_EXCEEDED", "this operation costs up to 1802100"),

		TEXT("{ models(filter: {name: \"%s\"}) { totalCount } }".formatted("x".repeat(20_001)), "LIMIT_EXCEEDED",
				"is 20001 characters long, and 20000 is the limit"),

		INTROSPECTION("{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }",
				"LIMIT_EXCEEDED", "this introspects __Type.fields too often"),

		NEITHER_REVISION_NOR_TIME("{ at { revision } }", "BAD_ARGUMENT", "give at either a revision or recordedBy");

		private final String query;
		private final String code;
		private final String sentence;

		Refused(String query, String code, String sentence) {
			this.query = query;
			this.code = code;
			this.sentence = sentence;
		}
	}

	/** What is just within the limits is answered. */
	@ParameterizedTest
	@ValueSource(strings = {"hops", "subqueries", "fields", "fragments", "cost", "text", "values"})
	void whatIsWithinTheLimitsIsAnswered(String limit) {
		String query = switch (limit) {
			case "hops" ->
				"{ model(id: \"model/mythos-5\") " + "{ variantOf ".repeat(8) + "{ id }" + " }".repeat(8) + " }";
			case "subqueries" ->
				"{ model(id: \"model/mythos-5\") { %s } }".formatted(many(39, "a%d: evidence { quote }"));
			case "fields" -> "{ %s }".formatted(many(1_000, "a%d: revision"));
			case "fragments" -> chain(100);
			case "cost" -> "{ models(first: 100) { nodes { variants(first: 100) { nodes { %s } } } } }"
					.formatted(many(28, "a%d: name"));
			case "text" -> "{ models(filter: {name: \"%s\"}) { totalCount } }".formatted("x".repeat(20_000));
			default -> "{ nodes(ids: [%s]) { id } }".formatted(many(100, "\"model/%d\""));
		};
		asker.askText(query).errors().verify();
	}

	@Test
	void theLargestOfWhatIsAllowedIsAnswered() {
		String below = IntStream.range(0, 8).mapToObj(
				"a%d: events(first: 2) { nodes { about { ... on Model { evidence { source { title } } } } } }"::formatted)
				.collect(Collectors.joining(" "));
		asker.askText(
				"{ model(id: \"model/mythos-5\") { developer { models(first: 2) { nodes { variantOf { developer { %s } } } } } } }"
						.formatted(below))
				.errors().verify();
	}

	@Test
	void introspectionIsAnswered() {
		asker.askText(IntrospectionQuery.INTROSPECTION_QUERY).errors().verify();
	}

	@Test
	void anAnswerTellsItsCost() {
		assertThat(
				asker.askText("{ models(first: 10) { nodes { developer { name } releases { to } } } }").returnResponse()
						.getExtensions())
				.containsEntry("cost", Map.of("requested", 10 * (1 + 2 + 10 * 2), "limit", 1_000_000));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		{ search(query: "chips") { totalCount } }                                     | 490
		{ path(from: "a", to: "b", maxLength: 8) { length } }                         | 4052
		{ graph(around: ["a", "b"], depth: 2, first: 1) { edges { type } } }           | 2071
		{ compare(models: ["a", "b", "c"], asOf: ["2026-06-27", "2026-06-28"]) { beyondCoverage } } | 302
		""")
	void whatIsComputedCostsTheWorkOfIt(String query, int cost) {
		assertThat(asker.askText(query).returnResponse().getExtensions())
				.containsEntry("cost", Map.of("requested", cost, "limit", 1_000_000));
	}

	/** What is kept asks for no room, and neither does what the client has. */
	@Test
	void whatWouldPileUpIsRefusedAndWhatIsKeptIsAnswered() throws Exception {
		String kept = "/graphql/documents/condition-set?model=model/fable-5&asOf=2026-06-28";
		assertThat(get(kept).statusCode()).isEqualTo(200);
		int room = Admission.ROOM;
		for (int light = 0; light < room; light++) {
			admission.enter("first", 1);
		}
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			AdmissionTest.line(threads, admission, room);
			try {
				for (String document : List.of("models?first=3", "search?query=chips")) {
					HttpResponse<String> refused = get("/graphql/documents/" + document);
					assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
					assertThat(refused.body()).contains("\"code\":\"OVERLOADED\"", "try again in a moment");
					assertThat(refused.headers().firstValue("Retry-After")).isPresent();
				}
				assertThat(get(kept).statusCode()).isEqualTo(200);
			} finally {
				admission.leave(2 * room);
			}
		}
		assertThat(get("/graphql/documents/models?first=3").statusCode()).isEqualTo(200);
	}

	private HttpResponse<String> get(String address) throws IOException, InterruptedException {
		return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(asker.origin() + address)).build(),
				BodyHandlers.ofString());
	}

	@Test
	void whatIsRefusedIsToldInEnglish() {
		HttpGraphQlTester.builder(WebTestClient.bindToServer().baseUrl(asker.origin() + "/graphql"))
				.headers(headers -> headers.setAcceptLanguageAsLocales(List.of(Locale.GERMAN))).build()
				.document(Refused.TOKENS.query).execute().errors()
				.satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
					assertThat(error.getExtensions()).containsEntry("code", Refused.TOKENS.code);
					assertThat(error.getMessage()).contains(Refused.TOKENS.sentence);
				}));
	}

	@Test
	void anErrorRepeatsNoLongText() {
		asker.askText("{ conditionSet(model: \"%s\") { coverage { gaps } } }".formatted("x".repeat(20_000))).errors()
				.satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
					assertThat(error.getExtensions()).containsEntry("code", "NOT_FOUND");
					assertThat(error.getMessage()).hasSizeLessThan(600);
				}));
	}

	@Test
	void aFloodOfMistakesHasFewErrors() {
		List<ResponseError> errors = new ArrayList<>();
		asker.askText("{ %s }".formatted(many(100, "a%d" + "x".repeat(300))))
				.errors().satisfy(errors::addAll);
		assertThat(errors).hasSizeBetween(2, 25)
				.allSatisfy(error -> assertThat(error.getMessage()).hasSizeLessThan(600));
	}

	private static String chain(int fragments) {
		return "{ ...f1 } %s fragment f%d on Query { revision }".formatted(IntStream.range(1, fragments)
				.mapToObj(place -> "fragment f%d on Query { ...f%d }".formatted(place, place + 1))
				.collect(Collectors.joining(" ")), fragments);
	}

	private static String many(int times, String text) {
		return IntStream.range(0, times).mapToObj(text::formatted).collect(Collectors.joining(", "));
	}

	@ParameterizedTest
	@EnumSource
	void isRefusedBeforeAnythingIsAsked(Refused refused) {
		List<ResponseError> errors = new ArrayList<>();
		assertThat(roundTrips.of(() -> asker.askText(refused.query).errors().satisfy(errors::addAll))).isZero();
		assertThat(errors).singleElement().satisfies(error -> {
			assertThat(error.getExtensions()).containsEntry("code", refused.code);
			assertThat(error.getMessage()).contains(refused.sentence);
			leaksNothing(error);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = {"{", "{ nothing }", "{ model { id } }", "{ models(first: \"one\") { totalCount } }",
			"query($id: ID!) { model(id: $id) { id } }",
			"{ models(orderBy: BY_CHANCE) { totalCount } }", "query A { revision } query B { revision }",
			"mutation { revision }", "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }",
			"{ revision @skip(if: false) @skip(if: false) }", "{ revision @nothing }"})
	void whatDoesNotFitTheSchemaHasACode(String query) {
		List<ResponseError> errors = new ArrayList<>();
		assertThat(roundTrips.of(() -> asker.askText(query).errors().satisfy(errors::addAll))).isZero();
		assertThat(errors).isNotEmpty().allSatisfy(error -> {
			assertThat(error.getExtensions()).containsEntry("code", "BAD_QUERY");
			leaksNothing(error);
		});
	}

	@Test
	void whatThereIsNotIsNotFound() {
		for (String query : List.of("{ at(revision: 1000000) { revision } }", "{ at(revision: 0) { revision } }",
				"{ conditionSet(model: \"model/unheard-of\") { coverage { gaps } } }")) {
			asker.askText(query).errors().satisfy(errors -> assertThat(errors).as(query).singleElement()
					.satisfies(error -> {
						assertThat(error.getExtensions()).containsEntry("code", "NOT_FOUND");
						assertThat(error.getMessage()).contains("there is no ");
						leaksNothing(error);
					}));
		}
	}

	private static void leaksNothing(ResponseError error) {
		assertThat(
				Map.of("message", String.valueOf(error.getMessage()), "extensions", error.getExtensions()).toString())
				.doesNotContain("MATCH", "COLLECT", "org.imprimatur", "org.neo4j", "java.", "\tat ");
	}
}
