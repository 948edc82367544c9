package org.imprimatur.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.GraphForTests;
import org.imprimatur.exchange.Format;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is described is OpenAPI, and is what there is. */
@ApplicationTest
class OpenApiTest {

	private static final String OPEN_API = "https://spec.openapis.org/oas/3.1/schema/2025-11-23";
	/** OpenAPI's own schema leaves open what a schema is. */
	private static final String WITH_SCHEMAS = """
		{"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "%s", "$defs": {"schema": {
		"$dynamicAnchor": "meta", "$ref": "https://json-schema.org/draft/2020-12/schema"}}}""".formatted(OPEN_API);

	private final Asker asker;
	private final Map<String, RouterFunction<?>> routes;
	private final HttpClient client = HttpClient.newHttpClient();
	private final JsonNode description;

	OpenApiTest(@Autowired Asker asker, @Autowired Map<String, RouterFunction<?>> routes) throws Exception {
		this.asker = asker;
		this.routes = routes;
		this.description = JsonMapper.shared().readTree(send(to("/openapi.json")).body());
	}

	/** What is described of one method of one path. */
	private record Operation(String method, String path, JsonNode told) {

		Stream<JsonNode> parameters(String in) {
			return told.path("parameters").valueStream().filter(it -> it.path("in").asString().equals(in));
		}
	}

	@Test
	void itIsOpenApi() throws IOException {
		Schema openApi = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, registry -> registry
				.schemas(Map.of(OPEN_API, text("openapi/openapi-3.1.schema.json")))).getSchema(WITH_SCHEMAS);
		assertThat(openApi.validate(description)).isEmpty();
		for (String place : List.of("/paths/~1export/get", "/components/schemas/Problem/properties/code",
				"/paths/~1graphql~1documents~1why/get/parameters/0/schema")) {
			ObjectNode broken = (ObjectNode) description.deepCopy();
			((ObjectNode) broken.at(place)).put("type", "mapping").put("operationId", 7);
			assertThat(openApi.validate(broken)).as(place).isNotEmpty();
		}
		assertThat(description.findValuesAsString("$ref")).isNotEmpty()
				.allSatisfy(it -> assertThat(description.at(it.substring(1)).isObject()).as(it).isTrue());
		assertThat(operations().map(it -> it.told().path("operationId").asString())).doesNotContain("")
				.doesNotHaveDuplicates();
	}

	@Test
	void itIsServedAsTheSchemaIs() throws Exception {
		HttpResponse<String> served = send(to("/openapi.json").header("Origin", "https://example.org"));
		assertThat(served.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
		assertThat(served.headers().firstValue("Cache-Control")).hasValue("max-age=3600, public");
		String tag = served.headers().firstValue("ETag").orElseThrow();
		assertThat(send(to("/openapi.json").header("If-None-Match", tag)).statusCode()).isEqualTo(304);
		assertThat(send(to("/openapi.json").HEAD()).headers().firstValue("ETag")).hasValue(tag);
		assertThat(send(to("/openapi.json").DELETE()).statusCode()).isEqualTo(405);
		assertThat(description.at("/servers/0/url").asString()).isEqualTo(asker.origin());
		assertThat(JsonMapper.shared().readTree(send(to("/openapi.json").header("X-Forwarded-Prefix", "/imp")).body())
				.at("/servers/0/url").asString()).isEqualTo(asker.origin() + "/imp");
		assertThat(send(to("/llms.txt")).body()).contains(asker.origin() + "/openapi.json");
	}

	@Test
	void anExampleOfEachQuestionIsAnsweredInEachTypeThatIsNamed() throws Exception {
		for (Operation operation : operations().filter(it -> it.method().equals("GET")).toList()) {
			JsonNode answers = operation.told().at("/responses/200/content");
			Set<String> seen = new TreeSet<>();
			for (String address : addresses(operation)) {
				for (String type : answers.propertyNames()) {
					HttpResponse<String> answer = send(authorized(operation, to(address).header("Accept", type)));
					assertThat(answer.statusCode()).as("%s as %s: %s", address, type, answer.body()).isEqualTo(200);
					seen.add(type(answer));
				}
			}
			assertThat(seen).as(operation.path()).isEqualTo(new TreeSet<>(answers.propertyNames()));
		}
	}

	@Test
	void whatHasNoTableIsNotDescribedAsOne() throws Exception {
		List<Operation> without = operations().filter(it -> it.path().startsWith("/graphql/documents/"))
				.filter(it -> it.told().at("/responses/200/content/text~1csv").isMissingNode()).toList();
		assertThat(without).isNotEmpty();
		for (Operation operation : without) {
			HttpResponse<String> refused = send(to(addresses(operation).getFirst()).header("Accept", "text/csv"));
			assertThat(refused.statusCode()).as(operation.path()).isEqualTo(406);
			assertDescribed(operation, refused);
		}
	}

	@Test
	void whatIsRefusedIsRefusedAsDescribed() throws Exception {
		for (Operation operation : operations().toList()) {
			String path = operation.path().replaceAll("\\{\\w+}", "nonsense");
			assertDescribed(operation, send(to(path).method(operation.method(), BodyPublishers.ofString("{"))));
			assertDescribed(operation, send(authorized(operation, to(path + "?revision=nonsense"))
					.header("Content-Type", "application/json")
					.method(operation.method(), BodyPublishers.ofString("{}"))));
		}
	}

	@Test
	void eachRouteIsDescribed() {
		List<String> there = Stream.of("graphQlOverHttp", "exports", "publications")
				.flatMap(it -> Pattern.compile("\\((GET|POST|PUT|PATCH|DELETE) && (/[^ )]+)\\)")
						.matcher(String.valueOf(routes.get(it))).results())
				.map(it -> it.group(1) + " " + it.group(2)).distinct().toList();
		assertThat(there).hasSizeGreaterThan(9).allSatisfy(route -> assertThat(isDescribed(route)).as(route).isTrue());
		assertThat(isDescribed("POST /export")).isFalse();
		assertThat(description.at("/paths/~1export~1graph.{extension}/get/parameters/0/schema/enum").valueStream()
				.map(JsonNode::asString)).containsExactlyElementsOf(
						Arrays.stream(Format.values()).map(Format::extension).toList());
	}

	private boolean isDescribed(String route) {
		String[] parts = route.split(" ");
		PathPattern pattern = PathPatternParser.defaultInstance.parse(parts[1]);
		return operations().anyMatch(it -> it.method().equals(parts[0])
				&& pattern.matches(PathContainer.parsePath(it.path())));
	}

	private Stream<Operation> operations() {
		return description.path("paths").propertyStream().flatMap(path -> path.getValue().propertyStream()
				.filter(it -> Set.of("get", "post").contains(it.getKey()))
				.map(it -> new Operation(it.getKey().toUpperCase(Locale.ROOT), path.getKey(), it.getValue())));
	}

	private JsonNode resolved(JsonNode told) {
		return told.has("$ref") ? description.at(told.path("$ref").asString().substring(1)) : told;
	}

	private void assertDescribed(Operation operation, HttpResponse<String> answer) {
		JsonNode told = resolved(operation.told().path("responses").path(String.valueOf(answer.statusCode())));
		assertThat(told.path("content").propertyNames()).as("%s: %d %s", operation, answer.statusCode(), answer.body())
				.contains(type(answer));
	}

	/** One for each constant of a parameter in the path, with an example of each parameter that has one. */
	private static List<String> addresses(Operation operation) {
		String asked = String.join("&", operation.parameters("query").flatMap(OpenApiTest::given).toList());
		List<String> addresses = List.of(operation.path());
		for (JsonNode parameter : operation.parameters("path").toList()) {
			List<JsonNode> values = parameter.has("example")
					? List.of(parameter.path("example"))
					: parameter.at("/schema/enum").valueStream().toList();
			addresses = addresses.stream().flatMap(address -> values.stream().map(
					value -> address.replace("{%s}".formatted(parameter.path("name").asString()), value.asString())))
					.toList();
		}
		return addresses.stream().map(address -> asked.isEmpty() ? address : address + "?" + asked).toList();
	}

	private static Stream<String> given(JsonNode parameter) {
		JsonNode schema = parameter.has("content")
				? parameter.at("/content/application~1json/schema")
				: parameter.path("schema");
		return Stream.of(parameter.path("example"), schema.at("/examples/0"), schema.path("default"))
				.filter(it -> !it.isMissingNode()).findFirst().stream()
				.flatMap(value -> value.isArray() ? value.valueStream() : Stream.of(value))
				.map(value -> parameter.path("name").asString() + "=" + UriUtils.encode(
						value.isObject() ? value.toString() : value.asString(), StandardCharsets.UTF_8));
	}

	private static HttpRequest.Builder authorized(Operation operation, HttpRequest.Builder request) {
		return operation.told().has("security")
				? request.header("Authorization", "Bearer " + GraphForTests.TOKEN)
				: request;
	}

	private static String type(HttpResponse<String> answer) {
		return answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
	}

	private static String text(String resource) {
		try {
			return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private HttpRequest.Builder to(String address) {
		return HttpRequest.newBuilder(URI.create(asker.origin() + address));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return client.send(request.build(), BodyHandlers.ofString());
	}
}
