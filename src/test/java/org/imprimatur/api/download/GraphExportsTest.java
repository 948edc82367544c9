package org.imprimatur.api.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.RoundTrips;
import org.imprimatur.api.revisions.Past;
import org.imprimatur.exchange.Format;
import org.imprimatur.graph.connection.Statements;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.graph.record.Snapshot;
import org.imprimatur.graph.record.SnapshotReader;
import org.imprimatur.knowledge.Concern;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.ledger.Head;
import org.imprimatur.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.springframework.beans.factory.annotation.Autowired;

/** The downloads over HTTP, from a real graph; what the files hold is tested in {@code exchange}. */
@ApplicationTest
class GraphExportsTest {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final Asker asker;
	private final Head head;
	private final Ledger ledger;
	private final Statements statements;
	private final RecordStore records;
	private final Driver driver;
	private final RoundTrips roundTrips;

	GraphExportsTest(@Autowired Asker asker, @Autowired Head head, @Autowired Ledger ledger,
			@Autowired Statements statements, @Autowired RecordStore records, @Autowired Driver driver,
			@Autowired RoundTrips roundTrips) {
		this.asker = asker;
		this.head = head;
		this.ledger = ledger;
		this.statements = statements;
		this.records = records;
		this.driver = driver;
		this.roundTrips = roundTrips;
	}

	@ParameterizedTest
	@ValueSource(strings = {"application/json", "text/html,*/*;q=0.8"})
	void theFilesAreListedForPeopleAndMachines(String accept) throws Exception {
		HttpResponse<String> list = CLIENT.send(HttpRequest.newBuilder(URI.create(asker.origin() + "/export"))
				.header("Accept", accept).header("X-Forwarded-Prefix", "/imp").build(), BodyHandlers.ofString());
		assertThat(list.headers().firstValue("Content-Type").orElseThrow()).startsWith(accept.split(",")[0]);
		assertThat(Format.values()).allSatisfy(format -> assertThat(list.body())
				.contains("\"/imp/export/graph.%s\"".formatted(format.extension()), format.description()));
	}

	@ParameterizedTest
	@EnumSource
	void aFileSaysWhatItIs(Format format) {
		HttpResponse<byte[]> file = get("graph." + format.extension());
		assertThat(file.statusCode()).isEqualTo(200);
		assertThat(header(file, "Content-Type")).isEqualTo(format.mediaType());
		assertThat(header(file, "Content-Disposition")).isEqualTo(
				"attachment; filename=\"imprimatur-revision-%d.%s\"".formatted(head.number(), format.extension()));
		assertThat(header(file, "Link")).isEqualTo("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"");
		assertThat(header(file, "Cache-Control")).isEqualTo("no-cache");
		assertThat(file.body()).isNotEmpty().isEqualTo(get("graph." + format.extension()).body());
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "CSV")
	void aFileComesCompressedToWhoTakesIt(Format format) throws IOException {
		String address = "graph." + format.extension();
		HttpResponse<byte[]> compressed = get(address, "Accept-Encoding", "gzip");
		assertThat(header(compressed, "Content-Encoding")).isEqualTo("gzip");
		HttpResponse<byte[]> plain = get(address);
		assertThat(header(compressed, "ETag")).isEqualTo(header(plain, "ETag"));
		assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes())
				.isEqualTo(plain.body());
	}

	@ParameterizedTest
	@EnumSource
	void whatAClientHasIsNotSentAgain(Format format) {
		String address = "graph." + format.extension();
		String tag = header(get(address), "ETag");
		int asked = roundTrips.of(() -> {
			HttpResponse<byte[]> again = get(address, "If-None-Match", tag);
			assertThat(again.statusCode()).isEqualTo(304);
			assertThat(again.body()).isEmpty();
		});
		assertThat(asked).isZero();
		assertThat(get(address, "If-None-Match", "W/\"other\"").statusCode()).isEqualTo(200);
	}

	@Test
	void aRevisionIsExportedAsItStood() {
		int before = head.number();
		String then = text("graph.ndjson?revision=" + before);
		String tag = header(get("graph.jsonld"), "ETag");
		List<Entity> more = new ArrayList<>(Past.dossiers());
		more.add(new Concern("concern/exported", "Exported", List.of(), null, List.of()));
		Past.publish(ledger, more, "One more");
		try {
			assertThat(text("graph.jsonld")).contains("concern/exported");
			assertThat(text("graph.jsonld?revision=" + before)).doesNotContain("concern/exported");
			assertThat(text("graph.ndjson?revision=" + before)).isEqualTo(then);
			assertThat(header(get("graph.jsonld"), "ETag")).isNotEqualTo(tag);
			assertThat(header(get("graph.jsonld?revision=" + before), "ETag")).isEqualTo(tag);
		} finally {
			Past.publish(ledger, Past.dossiers(), "The dossiers again");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = {1, 7, 500})
	void pagesHoldEveryEntityOnce(int size) {
		Snapshot snapshot = new SnapshotReader(statements, records, size).at(head.number()).orElseThrow();
		List<Entity> read = Arrays.stream(Kind.values())
				.flatMap(kind -> StreamSupport.stream(snapshot.pages(kind).spliterator(), false)).flatMap(List::stream)
				.toList();
		assertThat(read).containsExactlyInAnyOrderElementsOf(new Facts(Past.dossiers()).all().toList());
		assertThat(snapshot.find(List.of("model/mythos-5", "model/unheard-of"))).singleElement()
				.extracting(Entity::id).isEqualTo("model/mythos-5");
	}

	@ParameterizedTest
	@ValueSource(strings = {"abc", "", "1.5", "99999999999", "1'"})
	void whatIsNoNumberIsRefused(String revision) {
		HttpResponse<byte[]> refused = get(
				"graph.jsonld?revision=" + revision.replace("'", "%27"));
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
		assertThat(body(refused)).contains("\"code\":\"BAD_ARGUMENT\"", "?revision=1");
	}

	@ParameterizedTest
	@ValueSource(strings = {"graph.jsonld?revision=0", "graph.csv.zip?revision=-1", "graph.ndjson?revision=1000000",
			"graph.csv", "graph.pdf"})
	void whatThereIsNotIsNotFound(String address) {
		HttpResponse<byte[]> refused = get(address);
		assertThat(refused.statusCode()).isEqualTo(404);
		assertThat(refused.headers().firstValue("ETag")).isEmpty();
		assertThat(body(refused)).contains("\"code\":\"NOT_FOUND\"").containsAnyOf("revisions 1 to", "graph.csv.zip");
	}

	@ParameterizedTest
	@EnumSource
	void aFileThatCannotBeReadToItsEndIsCutOff(Format format) {
		try (Session session = driver.session()) {
			// Sources come late: by then a good part of the file has been sent.
			session.run("CREATE (:Record {id: 'source/zzz', since: $head, until: $head + 1, content: '{'})",
					Map.of("head", head.number())).consume();
			try {
				assertThatThrownBy(() -> send("graph." + format.extension())).isInstanceOf(IOException.class);
			} finally {
				session.run("MATCH (record:Record {id: 'source/zzz'}) DELETE record").consume();
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void aFileThatCannotBeReadAtAllIsAnErrorAndNoFile(Format format) {
		try (Session session = driver.session()) {
			session.run("CREATE (:Record {id: 'company/!', since: $head, until: $head + 1, content: '{'})",
					Map.of("head", head.number())).consume();
			try {
				HttpResponse<byte[]> failed = get("graph." + format.extension());
				assertThat(failed.statusCode()).isEqualTo(500);
				assertThat(failed.headers().map()).doesNotContainKeys("etag", "link");
				assertThat(header(failed, "Content-Disposition")).doesNotContain("imprimatur");
				assertThat(body(failed)).doesNotContain("JsonEOF", "dossier", "org.imprimatur");
			} finally {
				session.run("MATCH (record:Record {id: 'company/!'}) DELETE record").consume();
			}
		}
	}

	private HttpResponse<byte[]> get(String address, String... headers) {
		try {
			return send(address, headers);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	private HttpResponse<byte[]> send(String address, String... headers) throws IOException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(asker.origin() + "/export/" + address));
		try {
			return CLIENT.send((headers.length == 0 ? request : request.headers(headers)).build(),
					BodyHandlers.ofByteArray());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
	}

	private String text(String address) {
		return body(get(address));
	}

	private static String body(HttpResponse<byte[]> response) {
		return new String(response.body(), StandardCharsets.UTF_8);
	}

	private static String header(HttpResponse<?> response, String name) {
		return response.headers().firstValue(name).orElseThrow();
	}
}
