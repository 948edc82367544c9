package org.imprimatur.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What cannot even be read is the client's mistake, and is told so: no 5xx, and nothing of the inside. */
@ApplicationTest
class UnreadableRequestsTest {

	private static final String GRAPHQL = "application/graphql-response+json";
	private static final String JSON = "application/json";
	private static final byte[] QUERY = bytes("{\"query\": \"{ revision }\"}");

	private final Asker asker;
	private final HttpClient client = HttpClient.newHttpClient();

	UnreadableRequestsTest(@Autowired Asker asker) {
		this.asker = asker;
	}

	static List<Arguments> bodies() {
		return List.of(Arguments.of("nested arrays", bytes("[".repeat(100_000)), "nested too deeply"),
				Arguments.of("nested objects", bytes("{\"a\":".repeat(2_000)), "nested too deeply"),
				Arguments.of("a long number", bytes("{\"variables\": {\"a\": %s}}".formatted("9".repeat(2_000))),
						"too many digits"),
				Arguments.of("no UTF-8", new byte[]{'{', '"', (byte) 0xff, '"'}, "send JSON in UTF-8"),
				Arguments.of("UTF-16", "{\"query\": \"{ revision }\"}".getBytes(StandardCharsets.UTF_16),
						"send JSON in UTF-8"),
				Arguments.of("nothing", new byte[0], "the body is empty"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("bodies")
	void aBodyIsRefused(String name, byte[] body, String words) throws Exception {
		refused(post(body, JSON, GRAPHQL), 400, words);
	}

	/** Whatever is accepted, and whether or not the length is told before. */
	@ParameterizedTest
	@ValueSource(strings = {GRAPHQL, JSON, "text/event-stream"})
	void aLongBodyIsRefusedAtEveryDoor(String accept) throws Exception {
		byte[] body = bytes(
				"{\"query\": \"{ revision }\", \"variables\": {\"a\": \"%s\"}}".formatted("x".repeat(200_000)));
		for (BodyPublisher publisher : List.of(BodyPublishers.ofByteArray(body),
				BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
			refused(send(HttpRequest.newBuilder(URI.create(asker.origin() + "/graphql")).header("Content-Type", JSON)
					.header("Accept", accept).POST(publisher)), 413, "200000 bytes, which is the limit");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		{\"query\": \"{ | application/json | 400 | the body is no JSON
		[]               | application/json | 400 | batches are not answered
		{}               | application/json | 400 | there is no query
		{}               | text/plain       | 415 | send it with Content-Type
		""")
	void whatOpensNoStreamIsToldWhy(String body, String contentType, int status, String words) throws Exception {
		refused(post(bytes(body), contentType, "text/event-stream"), status, words);
	}

	@Test
	void aFormIsNotLookedForWhereNoneIsTaken() throws Exception {
		HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create(asker.origin() + "/graphql?query=%7Brevision%7D"))
				.header("Content-Type", "multipart/form-data; boundary=x")
				.method("GET", BodyPublishers.ofString("no form at all"));
		assertThat(send(asked)).returns(200, HttpResponse::statusCode);
	}

	@Test
	void aByteOrderMarkIsNoMistake() throws Exception {
		byte[] marked = bytes("\ufeff{\"query\": \"{ revision }\"}");
		assertThat(post(marked, JSON, GRAPHQL)).returns(200, HttpResponse::statusCode);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		garbage                            | application/json | 415
		application/json; charset=unheard  | application/json | 415
		application/json                   | garbage          | 400
		""")
	void aHeaderIsRefused(String contentType, String accept, int status) throws Exception {
		refused(post(QUERY, contentType, accept), status, "");
	}

	@Test
	void anAddressIsRefused() throws Exception {
		refused(send(HttpRequest.newBuilder(URI.create(asker.origin() + "/graphql?query=%ff%fe"))), 400, "");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		application/graphql-response+json, application/json;q=0.9 | application/graphql-response+json
		application/json, application/graphql-response+json       | application/json
		application/json;q=0.5, */*;q=0.8                         | application/graphql-response+json
		application/json;q=0, */*                                 | application/graphql-response+json
		text/html, application/xml;q=0.9, */*;q=0.8               | application/json
		application/*                                             | application/json
		""")
	void theTypeThatTheClientLikesBestIsChosen(String accept, String chosen) throws Exception {
		assertThat(post(QUERY, JSON, accept).headers().firstValue("Content-Type").orElseThrow())
				.isEqualTo(chosen + ";charset=UTF-8");
	}

	/** As people type them, which programs that know better do not send. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		/graphql?query={revision} | 200 | "revision":
		/gra{phql                 | 400 | percent-encode what is neither letter nor digit in an address
		/graphql?query=\u00fc     | 400 | "code":"BAD_REQUEST"
		""")
	void anAddressOfUnencodedCharactersGetsAnAnswerOfOurs(String address, int status, String words) throws Exception {
		URI server = URI.create(asker.origin());
		try (Socket socket = new Socket(server.getHost(), server.getPort())) {
			socket.getOutputStream()
					.write(bytes("GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".formatted(address)));
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
					.startsWith("HTTP/1.1 " + status).contains("application/json", words).doesNotContain("<html");
		}
	}

	/** Some of an address may be encoded, and some not. */
	@ParameterizedTest
	@ValueSource(strings = {"/?", "/restrictions?jurisdiction=IT&", "/search?q=[a%20b]&", "/model/mythos-5?",
			"/model/mythos-5/feed.atom?", "/model/mythos-5/history.svg?", "/compare?model=model/mythos-5&",
			"/disputes?", "/revisions?", "/graph?around=model/mythos-5&", "/feed.atom?", "/sitemap.xml?",
			"/graphql?query={revision}&variables={%22a%22:[1]}&", "/graphql/documents/search?query=",
			"/graphql/documents?", "/export?", "/openapi.json?"})
	void anAddressThatIsEncodedInPartIsRead(String address) throws Exception {
		URI server = URI.create(asker.origin());
		try (Socket socket = new Socket(server.getHost(), server.getPort())) {
			socket.getOutputStream()
					.write(bytes("GET %sx=[%%22{}|\"<>\\^` HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
							.formatted(address)));
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
					.startsWith("HTTP/1.1 200");
		}
	}

	private static void refused(HttpResponse<String> response, int status, String words) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(response.body()).contains("\"errors\"").contains(words);
		assertThat(Stream.of("Exception", "java", "tomcat", "jackson")).noneMatch(response.body()::contains);
		assertThat(response.headers().map()).containsEntry("Cache-Control", List.of("no-store"));
	}

	private HttpResponse<String> post(byte[] body, String contentType, String accept)
			throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(asker.origin() + "/graphql")).header("Content-Type", contentType)
				.header("Accept", accept).POST(BodyPublishers.ofByteArray(body)));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return client.send(request.build(), BodyHandlers.ofString());
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
