package org.imprimatur.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQL;
import graphql.introspection.IntrospectionQueryBuilder;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.RoundTrips;
import org.imprimatur.api.revisions.Past;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.knowledge.Sha256;
import org.imprimatur.ledger.GraphOfItsOwn;
import org.imprimatur.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes over the wire: statuses, headers, and errors that say what to do. */
@ApplicationTest
class GraphQlOverHttpTest {

	private static final String GRAPHQL = "application/graphql-response+json";
	private static final String MODEL = "{\"model\": \"model/mythos-5\", \"asOf\": \"2026-06-27\"}";

	private final Asker asker;
	private final RoundTrips roundTrips;
	private final Ledger ledger;
	private final RecordStore records;
	private final HttpClient client = HttpClient.newHttpClient();

	GraphQlOverHttpTest(@Autowired Asker asker, @Autowired RoundTrips roundTrips, @Autowired Ledger ledger,
			@Autowired RecordStore records) {
		this.asker = asker;
		this.roundTrips = roundTrips;
		this.ledger = ledger;
		this.records = records;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
				{"query": "{ revision }"}                                             | 200 | |
				{"query": "{ nothing }"}                                              | 400 | BAD_QUERY | 'nothing'
				{"query": "{"}                                                        | 400 | BAD_QUERY | breaks off before its end
				{"query": "{ models(first: 0) { totalCount } }"}                      | 400 | LIMIT_EXCEEDED | ask for 1 to 100
				{"query": "{ conditionSet(model: \\"m\\") { coverage { gaps } } }"}   | 294 | NOT_FOUND | there is no model 'm'
				{"query": 1}                                                          | 400 | BAD_REQUEST | query is no text: give a JSON string
				{"query": "{ revision }", "variables": [1]}                           | 400 | BAD_REQUEST | variables is no JSON object
				{"query": "{ revision }", "variables": "{}"}                          | 400 | BAD_REQUEST | variables is no JSON object
				{"query": "{ revision }", "operationName": {}}                        | 400 | BAD_REQUEST | operationName is no text
				{"query": "{ revision }", "extensions": 7}                            | 400 | BAD_REQUEST | extensions is no JSON object
				{"query": "{ revision }", "query": "{ revision }"}                    | 400 | BAD_REQUEST | the body is no JSON, from line 1
				{"query": "{ revision }"} x                                           | 400 | BAD_REQUEST | the body is no JSON, from line 1, column
				{}                                                                    | 400 | BAD_REQUEST | there is no query
				{"query": " "}                                                        | 400 | BAD_REQUEST | there is no query
				[{"query": "{ revision }"}]                                           | 400 | BAD_REQUEST | batches are not answered
				"query"                                                               | 400 | BAD_REQUEST | the body is no JSON object
				null                                                                  | 400 | BAD_REQUEST | the body is no JSON object
				{"documentId": "models", "variables": {"first": 1}}                   | 200 | |
				{"documentId": "unheard-of"}                                          | 400 | BAD_REQUEST | GET /graphql/documents lists them
				{"documentId": "models", "query": "{ revision }"}                     | 400 | BAD_REQUEST | give one of them
				{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "ab"}}} | 400 | PERSISTED_QUERY_NOT_FOUND | PersistedQueryNotFound
				{"query": "{ revision }", "extensions": {"persistedQuery": {"version": 1, "sha256Hash": "ab"}}} | 400 | BAD_REQUEST | is not the hash of query
				""")
	void aPostIsAnsweredOrToldWhatIsWrong(String body, int status, @Nullable String expected,
			@Nullable String words) throws Exception {
		String code = Objects.requireNonNullElse(expected, "");
		String sentence = Objects.requireNonNullElse(words, "");
		HttpResponse<String> response = post(body, GRAPHQL, "application/json");
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(header(response, "Content-Type")).startsWith(GRAPHQL);
		JsonNode error = JsonMapper.shared().readTree(response.body()).path("errors").path(0);
		assertThat(error.at("/extensions/code").asString("")).isEqualTo(code);
		assertThat(error.path("message").asString("")).contains(sentence);
		assertThat(post(body, "application/json", "application/json").statusCode())
				.isEqualTo(List.of("BAD_QUERY", "LIMIT_EXCEEDED", "NOT_FOUND").contains(code) ? 200 : status);
	}

	@Test
	void whatTheProtocolAsksOfMediaTypesAndMethodsIsKept() throws Exception {
		assertThat(post("{}", GRAPHQL, "text/plain").statusCode()).isEqualTo(415);
		assertThat(post("{}", GRAPHQL, "application/x-www-form-urlencoded").statusCode()).isEqualTo(415);
		assertThat(post("{}", GRAPHQL, "application/json; charset=iso-8859-1").statusCode()).isEqualTo(415);
		assertThat(post("{}", "image/png", "application/json").statusCode()).isEqualTo(406);
		assertThat(post("{\"query\": \"%s\"}".formatted("x".repeat(200_000)), GRAPHQL, "application/json"))
				.satisfies(response -> assertThat(response.statusCode()).isEqualTo(413))
				.satisfies(response -> assertThat(response.body()).contains("200000 bytes, which is the limit"));
		HttpResponse<String> put = send(to("/graphql").PUT(BodyPublishers.ofString("{}")));
		assertThat(put.statusCode()).isEqualTo(405);
		assertThat(header(put, "Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
		assertThat(put.body()).contains("\"code\":\"METHOD_NOT_ALLOWED\"", "ask by GET, HEAD, OPTIONS, POST");
		HttpResponse<String> document = send(to("/graphql/documents/models").POST(BodyPublishers.ofString("{}")));
		assertThat(document.statusCode()).isEqualTo(405);
		assertThat(header(document, "Allow")).isEqualTo("GET, HEAD");
		assertThat(header(post("{\"query\": \"{ revision }\"}", "*/*", "application/json"), "Content-Type"))
				.startsWith("application/json");
		assertThat(header(get("/graphql?query=%7Brevision%7D", "text/html,application/xml;q=0.9,*/*;q=0.8"),
				"Content-Type")).startsWith("application/json");
	}

	@Test
	void whatClientsAreMadeFromIsWhatIsIntrospectedAndServed() throws Exception {
		String clients = Files.readString(Path.of("clients", "schema.graphql"));
		String introspection = IntrospectionQueryBuilder.build(IntrospectionQueryBuilder.Options.defaultOptions()
				.specifiedByUrl(true).schemaDescription(true).inputValueDeprecation(true).isOneOf(true));
		Map<?, ?> live = asker.askText(introspection).path("__schema").entity(Map.class).get();
		Map<String, Map<?, ?>> answer = GraphQL.newGraphQL(UnExecutableSchemaGenerator
				.makeUnExecutableSchema(new SchemaParser().parse(clients))).build().execute(introspection).getData();
		Map<?, ?> read = Objects.requireNonNull(answer.get("__schema"));
		for (String member : List.of("description", "types", "queryType", "mutationType", "subscriptionType")) {
			assertThat(whatever(live.get(member))).isEqualTo(whatever(read.get(member)));
		}
		assertThat(live.get("directives")).asInstanceOf(InstanceOfAssertFactories.list(Map.class))
				.extracting(it -> it.get("name"))
				.containsExactlyInAnyOrder("skip", "include", "deprecated", "specifiedBy", "oneOf");
		HttpResponse<String> served = get("/graphql/schema.graphql", "*/*");
		assertThat(served.body()).isEqualTo(clients);
		assertThat(header(served, "Content-Type")).isEqualTo("text/plain;charset=UTF-8");
		assertThat(header(served, "Cache-Control")).isEqualTo("max-age=3600, public");
		assertThat(send(to("/graphql/schema.graphql").header("If-None-Match", header(served, "ETag"))).statusCode())
				.isEqualTo(304);
	}

	@Test
	void aPageOfAnotherOriginMayAsk() throws Exception {
		HttpResponse<String> preflight = send(to("/graphql").header("Origin", "https://example.org")
				.header("Access-Control-Request-Method", "POST")
				.header("Access-Control-Request-Headers", "content-type")
				.method("OPTIONS", BodyPublishers.noBody()));
		assertThat(preflight.statusCode()).isEqualTo(200);
		assertThat(header(preflight, "Access-Control-Allow-Origin")).isEqualTo("*");
		assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
	}

	@Test
	void aGetAnswersWhatAPostDoes() throws Exception {
		String document = text("condition-set");
		HttpResponse<String> got = get(question(document, MODEL), GRAPHQL);
		HttpResponse<String> posted = post(JsonMapper.shared().writeValueAsString(
				Map.of("query", document, "variables", JsonMapper.shared().readTree(MODEL))), GRAPHQL,
				"application/json");
		assertThat(got.body()).isEqualTo(posted.body());
		assertThat(header(posted, "Cache-Control")).isEqualTo("no-store");
		assertThat(posted.headers().firstValue("ETag")).isEmpty();
	}

	@Test
	void whatAGetOrAPostHasFoundIsKeptForBoth() {
		String query = "{ model(id: \"model/mythos-5\") { name aliases } }";
		String body = JsonMapper.shared().writeValueAsString(Map.of("query", query));
		String posted = unchecked(posting(body, GRAPHQL, "application/json")).body();
		assertThat(roundTrips.of(() -> {
			assertThat(unchecked(posting(body, GRAPHQL, "application/json")).body()).isEqualTo(posted);
			assertThat(unchecked(to("/graphql?query=" + encoded(query)).header("Accept", GRAPHQL)).body())
					.isEqualTo(posted);
		})).isZero();
		String other = body.replace("name", "summary: name");
		assertThat(unchecked(to("/graphql?query=" + encoded(query.replace("name", "summary: name"))).header("Accept",
				GRAPHQL)).body()).contains("\"summary\"");
		assertThat(roundTrips.of(() -> unchecked(posting(other, GRAPHQL, "application/json")))).isZero();
	}

	@Test
	void whatIsWrongOrOfTheMomentIsAskedAgain() {
		for (String query : List.of("{ conditionSet(model: \\\"m\\\") { coverage { gaps } } }",
				"{ node(id: \\\"model/mythos-5\\\") { id } verification { result } }")) {
			HttpRequest.Builder post = posting("{\"query\": \"%s\"}".formatted(query), GRAPHQL, "application/json");
			unchecked(post);
			assertThat(roundTrips.of(() -> unchecked(post))).as(query).isPositive();
		}
	}

	@Test
	void whoHasTheAnswerIsToldSoAndTheGraphIsNotAsked() throws Exception {
		String address = question(text("why"), MODEL);
		HttpResponse<String> first = get(address, GRAPHQL);
		String tag = header(first, "ETag");
		assertThat(tag).startsWith("W/\"");
		assertThat(header(first, "Cache-Control")).isEqualTo("no-cache, public");
		assertThat(vary(first)).contains("accept", "accept-encoding");
		assertThat(roundTrips.of(() -> {
			HttpResponse<String> again = unchecked(to(address).header("Accept", GRAPHQL).header("If-None-Match",
					"W/\"other\", " + tag));
			assertThat(again.statusCode()).isEqualTo(304);
			assertThat(again.body()).isEmpty();
			assertThat(header(again, "ETag")).isEqualTo(tag);
			assertThat(vary(again)).isEqualTo(vary(first));
			assertThat(header(again, "Cache-Control")).isEqualTo(header(first, "Cache-Control"));
			assertThat(unchecked(to(address).header("Accept", GRAPHQL).header("If-None-Match", "*")).statusCode())
					.isEqualTo(304);
			HttpResponse<String> kept = unchecked(to(address).header("Accept", GRAPHQL));
			assertThat(kept.body()).isEqualTo(first.body());
			HttpResponse<String> head = unchecked(
					to(address).header("Accept", GRAPHQL).method("HEAD", BodyPublishers.noBody()));
			assertThat(head.statusCode()).isEqualTo(200);
			assertThat(header(head, "ETag")).isEqualTo(tag);
		})).isZero();
		assertThat(header(get(address, "application/json"), "ETag")).isNotEqualTo(tag);
		assertThat(header(get(question(text("why"), MODEL.replace("27", "28")), GRAPHQL), "ETag")).isNotEqualTo(tag);
		assertThat(header(get("/graphql/documents/search?query=" + encoded("café"), GRAPHQL), "ETag"))
				.as("composed otherwise")
				.isNotEqualTo(header(get("/graphql/documents/search?query=" + encoded("cafe\u0301"), GRAPHQL), "ETag"));
	}

	@Test
	void whoHasSeenARevisionIsNotAnsweredAsOfAnOlderOne() throws Exception {
		new Past(GraphOfItsOwn.ledger(records, Clock.systemUTC()), records).publishAnew();
		try {
			int published = records.head();
			HttpResponse<String> seen = send(seen(String.valueOf(published)));
			assertThat(seen.body()).contains("\"revision\":" + published);
			assertThat(roundTrips.of(() -> unchecked(seen(String.valueOf(published))))).isZero();
			assertThat(send(seen(String.valueOf(published + 1)))).returns(400, HttpResponse::statusCode)
					.extracting(HttpResponse::body).asString().contains("the newest is " + published);
			assertThat(send(seen("twelve")).body()).contains("has to be the number of a revision");
		} finally {
			new Past(ledger, records).restore();
		}
	}

	private HttpRequest.Builder seen(String revision) {
		return posting("{\"query\": \"{ revision }\"}", GRAPHQL, "application/json").header("Imprimatur-Revision",
				revision);
	}

	@ParameterizedTest
	@ValueSource(strings = {"/graphql/schema.graphql", "/graphql/documents", "/openapi.json"})
	void whatIsReadIsAskedForByItsHeadToo(String address) throws Exception {
		HttpResponse<String> head = send(to(address).method("HEAD", BodyPublishers.noBody()));
		assertThat(head.statusCode()).isEqualTo(200);
		assertThat(header(head, "Content-Type")).isEqualTo(header(send(to(address)), "Content-Type"));
	}

	@Test
	void anErrorIsNotKept() throws Exception {
		for (String address : List.of(question("{ conditionSet(model: \"m\") { coverage { gaps } } }", "{}"),
				question("{ nothing }", ""), "/graphql", "/graphql?query=%7Brevision%7D&variables=%7B",
				"/graphql/documents/models?first=many")) {
			HttpResponse<String> response = get(address, GRAPHQL);
			assertThat(header(response, "Cache-Control")).as(response.body()).isEqualTo("no-store");
			assertThat(response.headers().firstValue("ETag")).isEmpty();
		}
	}

	@Test
	void aDocumentOfTheLibraryIsAskedByNameAndByHash() throws Exception {
		String expected = get(question(text("condition-set"), MODEL), GRAPHQL).body();
		String hash = Sha256.of(text("condition-set"));
		String variables = "&variables=" + encoded(MODEL);
		for (String address : List.of("/graphql?documentId=condition-set" + variables,
				"/graphql?documentId=sha256:" + hash + variables,
				"/graphql?extensions="
						+ encoded("{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"%s\"}}".formatted(hash))
						+ variables,
				"/graphql/documents/condition-set?model=model/mythos-5&asOf=2026-06-27")) {
			assertThat(get(address, GRAPHQL)).as(address).returns(200, HttpResponse::statusCode).returns(expected,
					HttpResponse::body);
		}
		assertThat(
				get("/graphql/documents/condition-set?model=model/mythos-5&asOf=2026-06-27&reach=DIRECT&reach=COMPANY",
						GRAPHQL).statusCode())
				.isEqualTo(200);
	}

	/** As clients with automatic persisted queries ask: by the hash, then with the document, then by the hash. */
	@Test
	void aDocumentThatWasSentWithItsHashIsAskedByIt() throws Exception {
		String document = text("condition-set").replace("summary", "__typename summary");
		String extensions = "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"%s\"}}".formatted(Sha256.of(document));
		String byHash = "/graphql?variables=%s&extensions=%s".formatted(encoded(MODEL), encoded(extensions));
		assertThat(get(byHash, GRAPHQL).body()).contains("\"code\":\"PERSISTED_QUERY_NOT_FOUND\"");
		HttpResponse<String> sent = get(byHash + "&query=" + encoded(document), GRAPHQL);
		assertThat(sent).returns(200, HttpResponse::statusCode);
		assertThat(get(byHash, GRAPHQL)).returns(200, HttpResponse::statusCode).returns(sent.body(),
				HttpResponse::body);
		assertThat(post("{\"variables\": %s, \"extensions\": %s}".formatted(MODEL, extensions), GRAPHQL,
				"application/json").body()).isEqualTo(sent.body());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
				/graphql/documents/unheard-of                  | 404 | there is no document 'unheard-of'
				/graphql/documents/condition-set               | 400 | variable 'model' is missing or null
				/graphql/documents/condition-set?modle=x       | 400 | no variable 'modle': it has asOf, model, reach, reportedBy, territory
				/graphql/documents/models?first=1&first=2      | 400 | 'first' is given several times, and is no list
				/graphql/documents/models?first=many           | 400 | 'first' is no number
				/graphql/documents/restrictions?filter=%7Bx    | 400 | 'filter' is no JSON
				/graphql/documents/models?first=99999999999    | 400 | 'first' is no number that fits
				""")
	void aDocumentAskedWronglySaysWhatIsWrong(String address, int status, String sentence) throws Exception {
		HttpResponse<String> response = get(address, GRAPHQL);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(response.body()).contains(sentence);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
				compare?models=model/mythos-5&models=model/fable-5&asOf=2026-06-27 | ,applied.state,  | 2026-06-27,IN_FORCE
				timeline?of=model/mythos-5&from=2026-06-01&to=2026-06-30           | ,date.earliest,  | 2026-06-12,2026-06-12
				deadlines?from=2023-04-01&to=2023-05-31                            | ,deadline.edtf,  | 2023-04-30,2023-04-30
				restrictions                                                       | ,start.latest,   | letter/us-commerce-2026-06-12
				restrictions?filter=%7B%22jurisdiction%22:%22IT%22%7D                | ,start.latest,   | model/chatgpt
				models?first=2                                                     | id,name,         | model/
				""")
	void aDocumentIsAnsweredAsATable(String question, String column, String cells) throws Exception {
		HttpResponse<String> table = get("/graphql/documents/" + question, "text/csv");
		assertThat(header(table, "Content-Type")).isEqualTo("text/csv;charset=UTF-8");
		assertThat(table.body().lines().findFirst().orElseThrow()).contains(column);
		assertThat(table.body()).contains(cells);
		assertThat(header(table, "ETag"))
				.isNotEqualTo(header(get("/graphql/documents/" + question, GRAPHQL), "ETag"));
	}

	@Test
	void aLinkLeadsToATable() throws Exception {
		HttpResponse<String> table = get("/graphql/documents/restrictions.csv", "text/html");
		assertThat(header(table, "Content-Type")).isEqualTo("text/csv;charset=UTF-8");
		assertThat(table.body()).isEqualTo(get("/graphql/documents/restrictions", "text/csv").body());
		assertThat(get("/graphql/documents/unheard-of.csv", "text/html").body())
				.contains("there is no document 'unheard-of'");
	}

	@Test
	void whatIsNoTableOrRefusedIsToldInJson() throws Exception {
		HttpResponse<String> none = get("/graphql?query=%7Brevision%7D", "text/csv");
		assertThat(none.statusCode()).isEqualTo(406);
		assertThat(header(none, "Content-Type")).startsWith(GRAPHQL);
		HttpResponse<String> refused = get("/graphql/documents/timeline?of=model/none", "text/csv");
		assertThat(header(refused, "Content-Type")).startsWith(GRAPHQL);
		assertThat(refused.body()).contains("NOT_FOUND");
	}

	@Test
	void theLibraryIsListed() throws Exception {
		JsonNode documents = JsonMapper.shared().readTree(get("/graphql/documents", "application/json").body());
		assertThat(documents.valueStream().map(document -> document.path("name").asString()).toList())
				.contains("condition-set", "why", "models").isSorted();
		JsonNode first = documents.valueStream().filter(it -> it.path("name").asString().equals("condition-set"))
				.collect(Collectors.toList()).getFirst();
		assertThat(first.path("sha256").asString()).isEqualTo(Sha256.of(text("condition-set")));
		assertThat(first.path("description").asString()).startsWith("Which conditions apply to a model on a day");
		assertThat(first.at("/variables/model").asString()).isEqualTo("model/mythos-5");
		assertThat(get(first.path("address").asString() + "?model=model/mythos-5", GRAPHQL).statusCode())
				.isEqualTo(200);
	}

	@Test
	void behindAProxyAddressesAreThoseOfTheProxy() throws Exception {
		assertThat(send(to("/graphql/documents").header("X-Forwarded-Prefix", "/imp")).body())
				.contains("\"/imp/graphql/documents/why\"");
	}

	@ParameterizedTest
	@CsvSource({"/robots.txt,Disallow: /imp/graphql", "/llms.txt,://127.0.0.1:PORT/imp/graphiql/docs/README.html)",
			"/.well-known/security.txt,://127.0.0.1:PORT/imp/graphiql/docs/SECURITY.html",
			"/.well-known/security.txt,Expires: 20"})
	void whatMachinesLookForOnAnyHostIsThere(String address, String text) throws Exception {
		HttpResponse<String> file = send(to(address).header("X-Forwarded-Prefix", "/imp"));
		assertThat(header(file, "Content-Type")).isEqualTo("text/plain;charset=UTF-8");
		assertThat(file.body()).contains(text.replace("PORT", "" + URI.create(asker.origin()).getPort()))
				.doesNotContain("{");
	}

	/** What is told, in whatever order: a line for each member and element. */
	private static String whatever(@Nullable Object told) {
		return switch (told) {
			case Map<?, ?> members -> members.entrySet().stream()
					.map(member -> member.getKey() + ": " + whatever(member.getValue())).sorted()
					.collect(Collectors.joining("\n", "{", "}"));
			case List<?> elements -> elements.stream().map(GraphQlOverHttpTest::whatever).sorted()
					.collect(Collectors.joining("\n", "[", "]"));
			// The printer indents blank lines, too.
			case null, default -> String.valueOf(told).replaceAll("(?m)^ +$", "");
		};
	}

	private static String question(String document, String variables) {
		return "/graphql?query=%s&variables=%s".formatted(encoded(document), encoded(variables));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static String text(String document) throws IOException {
		return new ClassPathResource("graphql-documents/%s.graphql".formatted(document))
				.getContentAsString(StandardCharsets.UTF_8);
	}

	private HttpResponse<String> post(String body, String accept, String contentType)
			throws IOException, InterruptedException {
		return send(posting(body, accept, contentType));
	}

	private HttpRequest.Builder posting(String body, String accept, String contentType) {
		return to("/graphql").header("Accept", accept).header("Content-Type", contentType)
				.POST(BodyPublishers.ofString(body));
	}

	private HttpResponse<String> get(String address, String accept) throws IOException, InterruptedException {
		return send(to(address).header("Accept", accept));
	}

	private HttpRequest.Builder to(String address) {
		return HttpRequest.newBuilder(URI.create(asker.origin() + address));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return client.send(request.build(), BodyHandlers.ofString());
	}

	private HttpResponse<String> unchecked(HttpRequest.Builder request) {
		try {
			return send(request);
		} catch (IOException | InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	/** However it is spelled, and in one header or several. */
	private static Set<String> vary(HttpResponse<String> response) {
		return response.headers().allValues("Vary").stream().flatMap(value -> Stream.of(value.split(",")))
				.map(name -> name.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
	}

	private static String header(HttpResponse<String> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}
}
