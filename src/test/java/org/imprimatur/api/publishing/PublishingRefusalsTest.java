package org.imprimatur.api.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.GraphForTests;
import org.imprimatur.graph.record.RecordStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is refused of publications over HTTP, and who is. */
@ApplicationTest
@Isolated("it reads all that is logged")
@ExtendWith(OutputCaptureExtension.class)
class PublishingRefusalsTest {

	private final Asker asker;
	private final CuratorsClient curator;
	private final RecordStore records;

	PublishingRefusalsTest(@Autowired Asker asker, @Autowired RecordStore records) {
		this.asker = asker;
		this.curator = new CuratorsClient(asker.origin());
		this.records = records;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		base    | many      | 400 | a revision is named by its number
		base    | 100000    | 409 | there is no revision 100000
		message | ''        | 400 | message has to say what changes
		cause   | A_WHIM    | 400 | cause has to be one of [WORLD_EVENT
		cause   | SHIPPED   | 400 | cause has to be one of [WORLD_EVENT
		dryRun  | maybe     | 400 | dryRun has to be true or false
		asOf    | some day  | 400 | asOf: 'some day' is no day: write it as 2026-06-26
		token   | x         | 400 | there is no such field
		dossier | '- : - :' | 422 | mend the mistakes
		dossier | ''        | 422 | mend the mistakes
		""")
	void aFormThatCannotBeUsedIsRefused(String field, String value, int status, String sentence) throws Exception {
		int head = records.head();
		HttpResponse<String> refused = curator
				.send(CuratorsClient.with(CuratorsClient.form(CuratorsClient.upheld(), head), field, value));
		assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
		assertThat(CuratorsClient.json(refused).path("detail").asString()).contains(sentence);
		assertThat(records.head()).isEqualTo(head);
	}

	@ParameterizedTest
	@CsvSource({"1, 2000001", "5, 1900000"})
	void whatIsTooLargeIsRefused(int files, int bytes) throws Exception {
		String file = CuratorsClient.part("dossier", "# " + "x".repeat(bytes));
		HttpResponse<String> refused = curator.post(GraphForTests.TOKEN, CuratorsClient.FORM,
				file.repeat(files) + CuratorsClient.END);
		assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
		assertThat(CuratorsClient.json(refused).path("code").asString()).isEqualTo("TOO_LARGE");
		assertThat(CuratorsClient.json(refused).path("detail").asString()).contains("two million bytes");
	}

	@Test
	void aFormOfManyPartsIsRefused() throws Exception {
		HttpResponse<String> refused = curator.post(GraphForTests.TOKEN, CuratorsClient.FORM,
				CuratorsClient.part("dossier", "x").repeat(201) + CuratorsClient.END);
		assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
		assertThat(CuratorsClient.json(refused).path("detail").asString()).contains("200 parts");
	}

	@Test
	void aMessageWithControlCharactersIsRefused() throws Exception {
		HttpResponse<String> refused = curator.send(CuratorsClient
				.with(CuratorsClient.form(CuratorsClient.upheld(), records.head()), "message", "red \u001b[31m"));
		assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
		assertThat(CuratorsClient.json(refused).path("detail").asString()).contains("control characters");
	}

	/** The client is not told, since it is gone, and neither is the log. */
	@Test
	void whoBreaksOffFillsNoLog(CapturedOutput output) throws Exception {
		try (Socket socket = new Socket("127.0.0.1", URI.create(asker.origin()).getPort())) {
			socket.getOutputStream().write("""
				POST /graphql HTTP/1.1
				Host: x
				Content-Type: application/json
				Transfer-Encoding: chunked

				no length
				""".replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
					.startsWith("HTTP/1.1 400");
		}
		assertThat(output).doesNotContain("ERROR").doesNotContain("WARN");
	}

	@Test
	void graphQlTakesNoForms() throws Exception {
		String body = CuratorsClient.part("query", "{ revision }") + CuratorsClient.part("file", "x".repeat(300_000))
				+ CuratorsClient.END;
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(asker.origin() + "/graphql"))
				.header("Content-Type", CuratorsClient.FORM).POST(BodyPublishers.ofString(body));
		assertThat(CuratorsClient.answer(null, request).statusCode()).isEqualTo(415);
	}

	@Test
	void whatIsNoFormIsRefused() throws Exception {
		for (String type : new String[]{"application/json", "multipart/form-data",
				"multipart/form-data; boundary=other"}) {
			HttpResponse<String> refused = curator.post(GraphForTests.TOKEN, type, "{}");
			assertThat(refused.statusCode()).as(type).isEqualTo(400);
		}
	}

	@Test
	void nobodyElseGetsIn(CapturedOutput output) throws Exception {
		int head = records.head();
		Map<String, String> form = CuratorsClient.form(CuratorsClient.upheld(), head);
		refused(curator.send(null, form), "TOKEN_MISSING");
		refused(curator.send("", form), "TOKEN_MISSING");
		refused(curator.send("a-wrong-token", form), "TOKEN_WRONG");
		refused(curator.send("x".repeat(5_000), form), "TOKEN_MISSING");
		HttpResponse<String> expired = curator.send(GraphForTests.EXPIRED_TOKEN, form);
		refused(expired, "TOKEN_EXPIRED");
		assertThat(CuratorsClient.json(expired).path("detail").asString()).contains("2026-01-01");
		assertThat(records.head()).isEqualTo(head);
		assertThat(output).doesNotContain("a-wrong-token").doesNotContain(GraphForTests.EXPIRED_TOKEN)
				.doesNotContain(GraphForTests.TOKEN);
	}

	private static void refused(HttpResponse<String> response, String code) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(401);
		assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
		assertThat(CuratorsClient.json(response).path("code").asString()).isEqualTo(code);
	}
}
