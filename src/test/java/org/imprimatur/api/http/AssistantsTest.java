package org.imprimatur.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks as an assistant does, with the protocol's own client. */
@ApplicationTest
class AssistantsTest {

	private final Asker asker;
	private final McpSyncClient client;

	AssistantsTest(@Autowired Asker asker) {
		this.asker = asker;
		this.client = McpClient
				.sync(HttpClientStreamableHttpTransport.builder(asker.origin()).endpoint("/mcp").build()).build();
		client.initialize();
	}

	@AfterEach
	void close() {
		client.close();
	}

	@Test
	void eachQuestionOfTheLibraryIsATool() {
		List<Tool> tools = client.listTools().tools();
		assertThat(tools).extracting(Tool::name).contains("condition-set", "resolve", "search", "compare");
		assertThat(tools).allSatisfy(tool -> assertThat(tool.description()).isNotBlank());
		Tool tool = tools.stream().filter(it -> it.name().equals("condition-set")).findFirst().orElseThrow();
		JsonNode schema = JsonMapper.shared().valueToTree(tool.inputSchema());
		assertThat(schema.at("/required/0").asString()).isEqualTo("model");
		assertThat(schema.at("/properties/asOf/format").asString()).isEqualTo("date");
		assertThat(schema.at("/properties/asOf/description").asString()).isNotBlank();
		assertThat(schema.at("/properties/reach/items/enum/0").asString()).isEqualTo("DIRECT");
		assertThat(schema.at("/properties/model/examples/0").asString()).isEqualTo("model/mythos-5");
		Tool table = tools.stream().filter(it -> it.name().equals("restrictions")).findFirst().orElseThrow();
		JsonNode filtered = JsonMapper.shared().valueToTree(table.inputSchema());
		assertThat(filtered.at("/properties/filter/properties/day/format").asString()).isEqualTo("date");
		assertThat(filtered.at("/properties/first/default").asInt()).isEqualTo(20);
	}

	@Test
	void anAnswerCanBeCited() {
		JsonNode answer = called("condition-set", Map.of("model", "model/mythos-5", "asOf", "2026-06-27"));
		assertThat(answer.at("/data/revision").asInt()).isPositive()
				.isEqualTo(answer.at("/data/conditionSet/receipt/revision").asInt());
		assertThat(answer.at("/address").asString())
				.startsWith(asker.origin() + "/graphql/documents/condition-set?").contains("model=model/mythos-5")
				.contains("asOf=2026-06-27");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
				condition-set | {"model": "model/mythos-5"} | [?&]asOf=20..-..-..
				compare | {"models": ["model/mythos-5", "model/fable-5"]} | [?&]asOf=20..-..-..
				restrictions | {"filter": {"agency": ["agency/us-commerce"]}, "first": 2} | [?&]asOf=20..-..-..
				search | {"query": "C++ & {café} = 100%"} | query=C%2B%2B[^&]*$
				""")
	void anAddressLeadsToTheSameAnswerOnAnyDay(String tool, String arguments, String pinned) throws Exception {
		JsonNode answer = called(tool, JsonMapper.shared().readValue(arguments, new TypeReference<>() {
		}));
		String address = answer.path("address").asString();
		JsonNode there = JsonMapper.shared().readTree(send(HttpRequest.newBuilder(URI.create(address))).body());
		assertThat(there.path("data")).as(address).isNotEmpty()
				.isEqualTo(((ObjectNode) answer.path("data")).without("revision"));
		assertThat(address).containsPattern(pinned);
		if (answer.findValue("asOf") != null) {
			assertThat(address).contains("asOf=" + answer.findValue("asOf").asString());
		}
	}

	@Test
	void aPageOfAnotherOriginMayAsk() throws Exception {
		HttpResponse<String> preflight = send(to("/mcp").header("Origin", "https://example.org")
				.header("Access-Control-Request-Method", "POST")
				.header("Access-Control-Request-Headers", "content-type,mcp-protocol-version,mcp-session-id")
				.method("OPTIONS", BodyPublishers.noBody()));
		assertThat(preflight.statusCode()).isEqualTo(200);
		assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
		assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
				.contains("content-type", "mcp-protocol-version", "mcp-session-id");
		HttpResponse<String> asked = send(message("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}")
				.header("Origin", "https://example.org"));
		assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
		assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
	}

	@Test
	void nullIsAnArgumentThatIsLeftOut() throws Exception {
		HttpResponse<String> asked = send(message("""
			{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "condition-set",
			  "arguments": {"model": "model/mythos-5", "asOf": "2026-06-27", "reach": null, "territory": null}}}"""));
		assertThat(asked.body()).contains("\"isError\":false", "model=model/mythos-5").doesNotContain("reach=");
	}

	@Test
	void whatIsRefusedIsTold() {
		CallToolResult refused = client.callTool(CallToolRequest.builder("condition-set")
				.arguments(Map.of("model", "model/unheard-of")).build());
		assertThat(refused.isError()).isTrue();
		assertThat(refused.toString()).contains("there is no model 'model/unheard-of'");
	}

	@Test
	void whatHasAnIdIsAResource() {
		assertThat(client.readResource(ReadResourceRequest.builder("imprimatur://model/mythos-5").build()).toString())
				.contains("model/mythos-5", "revision");
		assertThatThrownBy(
				() -> client.readResource(ReadResourceRequest.builder("imprimatur://model/unheard-of").build()))
				.hasMessageContaining("not found");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
				nonsense | 400 | the message is no JSON
				{} | 400 | Invalid message format
				[1] | 400 | Invalid message format
				""")
	void whatIsNoMessageIsRefusedInASentence(String body, int status, String sentence) throws Exception {
		HttpResponse<String> refused = posted(body);
		assertThat(refused.body()).contains(sentence).doesNotContain("stackTrace", "java.");
		assertThat(refused.statusCode()).isEqualTo(status);
	}

	@Test
	void aMessageThatIsTooLargeIsRefusedInASentence() throws Exception {
		HttpResponse<String> refused = posted("[" + " ".repeat(300_000) + "]");
		assertThat(refused.body()).doesNotContain("stackTrace", "java.");
		assertThat(refused.statusCode()).isEqualTo(413);
	}

	private HttpResponse<String> posted(String body) throws IOException, InterruptedException {
		return send(message(body));
	}

	private HttpRequest.Builder message(String body) {
		return to("/mcp").header("Content-Type", "application/json")
				.header("Accept", "application/json, text/event-stream").POST(BodyPublishers.ofString(body));
	}

	private HttpRequest.Builder to(String path) {
		return HttpRequest.newBuilder(URI.create(asker.origin() + path));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		try (HttpClient plain = HttpClient.newHttpClient()) {
			return plain.send(request.build(), BodyHandlers.ofString());
		}
	}

	private JsonNode called(String tool, Map<String, Object> arguments) {
		return JsonMapper.shared().valueToTree(
				client.callTool(CallToolRequest.builder(tool).arguments(arguments).build()).structuredContent());
	}
}
