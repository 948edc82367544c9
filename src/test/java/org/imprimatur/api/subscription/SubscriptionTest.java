package org.imprimatur.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.Listener;
import org.imprimatur.answer.ConditionSetReader;
import org.imprimatur.api.conditions.ConditionSetChange;
import org.imprimatur.api.revisions.Past;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.ledger.Head;
import org.imprimatur.ledger.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Subscription;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.BaseSubscriber;
import tools.jackson.databind.JsonNode;

/** What a client is told of condition sets, over both transports, by real clients. */
@ApplicationTest
class SubscriptionTest {

	private static final String MYTHOS = "models: [\"model/mythos-5\"]";
	private static final String LIFTING = "letter/us-commerce-2026-06-30";

	private final Asker asker;
	private final Ledger ledger;
	private final RecordStore records;
	private final Subscriptions subscriptions;
	private final ConditionSetReader conditionSets;
	private final Head head;
	private final ConditionSetWatch watch;
	private boolean lifted = true;

	SubscriptionTest(@Autowired Asker asker, @Autowired Ledger ledger, @Autowired RecordStore records,
			@Autowired Subscriptions subscriptions, @Autowired ConditionSetReader conditionSets, @Autowired Head head,
			@Autowired ConditionSetWatch watch) {
		this.asker = asker;
		this.ledger = ledger;
		this.records = records;
		this.subscriptions = subscriptions;
		this.conditionSets = conditionSets;
		this.head = head;
		this.watch = watch;
	}

	enum Transport {
		EVENTS,
		SOCKET;

		Listener listen(Asker asker) {
			return this == EVENTS ? new Listener.Events(asker.origin()) : new Listener.Socket(asker.origin());
		}
	}

	@AfterEach
	void restore() {
		new Past(ledger, records).restore();
		await().atMost(Listener.PATIENCE).until(() -> {
			// That a client of events is gone shows when something is sent to it.
			lifted = !lifted;
			publishLifted(lifted);
			return subscriptions.running() == 0;
		});
		new Past(ledger, records).restore();
	}

	@ParameterizedTest
	@EnumSource
	void aClientIsToldOfWhatChangesAndOfNothingElse(Transport transport) {
		try (Listener listener = transport.listen(asker)) {
			subscribe(listener, MYTHOS);
			Past.publish(ledger, without("event/commerce-meeting-2026-06-15"), "Nothing of Mythos's conditions");
			publishLifted(false);
			JsonNode change = change(listener.next());
			assertThat(change.path("model").path("name").asString()).isEqualTo("Claude Mythos 5");
			assertThat(change.path("receipt").path("revision").asInt()).isEqualTo(records.head());
			assertThat(change.path("receipt").path("asOf").asString())
					.isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
			publishLifted(true);
			assertThat(change(listener.next()).path("previousDigest")).isEqualTo(change.path("digest"));
		}
	}

	@ParameterizedTest
	@EnumSource
	void aClientThatReconnectsIsToldWhatItMissed(Transport transport) {
		int known = records.head();
		Past.publish(ledger, without("event/commerce-meeting-2026-06-15"), "Nothing of Mythos's conditions");
		int unchanged = records.head();
		publishLifted(false);
		try (Listener listener = transport.listen(asker)) {
			subscribe(listener, "%s, since: %d".formatted(MYTHOS, known));
			JsonNode change = change(listener.next());
			assertThat(change.path("previousRevision").asInt()).isEqualTo(known);
			assertThat(change.path("revision").asInt()).isEqualTo(unchanged + 1);
		}
	}

	@Test
	void aClientThatKnowsNothingIsToldOfEachSet() {
		try (Listener listener = new Listener.Socket(asker.origin())) {
			subscribe(listener, "%s, since: 0".formatted(MYTHOS));
			JsonNode change = change(listener.next());
			assertThat(change.path("previousRevision").asInt()).isZero();
			assertThat(change.path("revision").asInt()).isEqualTo(records.head());
		}
	}

	@Test
	void aClientThatSleptOverADayIsToldWhatTheDayChanged() {
		try (Listener listener = new Listener.Socket(asker.origin())) {
			subscribe(listener, "%s, since: %d, sinceDay: \"2026-06-13\"".formatted(MYTHOS, records.head()));
			JsonNode change = change(listener.next());
			assertThat(change.path("previousRevision").asInt()).isEqualTo(change.path("revision").asInt());
		}
	}

	@Test
	void aNewDayIsToldWithoutANewRevision() throws InterruptedException {
		TestClock clock = new TestClock(Instant.parse("2026-06-29T12:00:00Z"));
		ConditionSetWatch ofTheTest = new ConditionSetWatch(conditionSets, head, clock);
		BlockingQueue<ConditionSetChange> told = new LinkedBlockingQueue<>();
		var running = ofTheTest.changes(List.of("model/fable-5"), null, null).subscribe(told::add);
		clock.now = Instant.parse("2026-06-30T00:00:00Z");
		ofTheTest.newDay();
		ConditionSetChange change = told.poll(Listener.PATIENCE.toSeconds(), TimeUnit.SECONDS);
		assertThat(Objects.requireNonNull(Objects.requireNonNull(change).receipt()).asOf())
				.isEqualTo("2026-06-30");
		running.dispose();
	}

	@Test
	void aSlowClientIsToldTheNewestAndNothingPilesUp() {
		publishLifted(true);
		List<ConditionSetChange> told = new ArrayList<>();
		BaseSubscriber<ConditionSetChange> slow = new BaseSubscriber<>() {

			@Override
			protected void hookOnSubscribe(Subscription subscription) {
				// It asks for nothing yet.
			}

			@Override
			protected synchronized void hookOnNext(ConditionSetChange change) {
				told.add(change);
			}
		};
		watch.changes(List.of("model/mythos-5"), null, null).subscribe(slow);
		for (int publication = 0; publication < 11; publication++) {
			publishLifted(publication % 2 == 1);
		}
		slow.requestUnbounded();
		await().atMost(Listener.PATIENCE)
				.until(() -> !told.isEmpty() && told.getLast().revision() == records.head());
		assertThat(told).as("changes told of 11").hasSizeLessThanOrEqualTo(4);
		slow.cancel();
	}

	@ParameterizedTest
	@EnumSource
	void whatIsRefusedIsToldWithACode(Transport transport) {
		refused(transport, "models: [\"model/unheard-of\"]", "NOT_FOUND", "there is no model 'model/unheard-of'");
		refused(transport, "%s, since: %d".formatted(MYTHOS, records.head() + 1), "NOT_FOUND", "there is no revision");
		refused(transport, "%s, since: -1".formatted(MYTHOS), "NOT_FOUND", "0 is before all of them");
		refused(transport, "models: [%s]".formatted(IntStream.range(0, 101).mapToObj("\"model/%d\""::formatted)
				.collect(Collectors.joining(", "))), "LIMIT_EXCEEDED", "these are 101 ids");
		refused(transport, "models: 7.5", "BAD_ARGUMENT", "");
		refused(transport, "models: []", "BAD_ARGUMENT", "models names none");
	}

	/** Each by itself, since it ends the connection. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
		{"type": "start", "id": "1", "payload": {"query": "{ revision }"}} | this is no message of graphql-transport-ws
		hello                                                    | the message is no JSON, from line 1, column 1 on
		[]                                                       | this is no message of graphql-transport-ws
		{"type": "subscribe", "payload": {"query": "{ revision }"}} | a message of this type has an id
		{"type": "subscribe", "id": "1"}                         | the payload of subscribe has a query
		{"type": "subscribe", "id": "1", "payload": {}}          | the payload of subscribe has a query
		{"type": "ping", "payload": []}                          | payload is no JSON object
		""")
	void whatIsNoMessageClosesTheConnectionWithTheReason(String text, String reason) {
		try (Listener.Socket socket = new Listener.Socket(asker.origin())) {
			socket.send(text);
			JsonNode closed = socket.message();
			assertThat(closed.path("closed").asInt(0)).as(closed.toString()).isEqualTo(4400);
			assertThat(closed.path("reason").asString()).startsWith(reason);
		}
	}

	/** The same connection goes on. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
				{"query": "{ modle }"}                                   | did you mean model?
				{"query": "{"}                                           | this is no GraphQL
				{"query": "query($x: Boolean = true) { revision @include(if: $x) }", "variables": {"x": null}} | variable 'x' is null
				{"documentId": "unheard-of"}                             | there is no document 'unheard-of'
				{"query": "{ revision }", "variables": 7}                | variables is no JSON object
				""")
	void whatIsAskedWronglyIsAnErrorAndNoEnd(String payload, String sentence) {
		try (Listener.Socket socket = new Listener.Socket(asker.origin())) {
			socket.send("{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": %s}".formatted(payload));
			JsonNode error = socket.message();
			assertThat(error.path("type").asString("")).as(error.toString()).isEqualTo("error");
			assertThat(error.at("/payload/0/message").asString()).contains(sentence);
			socket.send("{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": {\"documentId\": \"revisions\"}}");
			assertThat(socket.next().path("data").has("revisions")).isTrue();
		}
	}

	@Test
	void aLongDocumentIsReadOverASocketToo() {
		try (Listener.Socket socket = new Listener.Socket(asker.origin())) {
			socket.subscribe("1", "{ revision } #" + "\ud83d\ude00".repeat(15_000));
			assertThat(socket.next().path("data").path("revision").asInt()).isEqualTo(records.head());
			assertThat(socket.message().path("type").asString("")).isEqualTo("complete");
			socket.subscribe("2", "{ revision } #" + "x".repeat(200_000));
			assertThat(socket.message().path("reason").asString()).contains("200000 bytes, which is the limit");
		}
	}

	/** As browsers subscribe, whose {@code EventSource} can only get. */
	@Test
	void anAddressCanBeSubscribedTo() throws IOException, InterruptedException {
		String document = URLEncoder.encode(document(MYTHOS + ", since: 0"), StandardCharsets.UTF_8);
		HttpRequest request = HttpRequest.newBuilder(URI.create(asker.origin() + "/graphql?query=" + document))
				.header("Accept", "text/event-stream").build();
		HttpClient client = HttpClient.newHttpClient();
		try (Stream<String> lines = client.send(request, BodyHandlers.ofLines()).body()) {
			assertThat(lines.filter(line -> line.startsWith("data:{")).findFirst().orElseThrow())
					.contains("\"conditionSetChanged\":", "\"previousRevision\":0");
		} finally {
			client.shutdownNow();
		}
	}

	@Test
	void aClientHasNoMoreThanItsShareAndGivesItBack() {
		try (Listener.Socket listener = new Listener.Socket(asker.origin())) {
			IntStream.range(0, Subscriptions.MOST_OF_A_CLIENT)
					.forEach(i -> listener.subscribe("s" + i, document(MYTHOS)));
			await().atMost(Listener.PATIENCE).until(() -> subscriptions.running() == Subscriptions.MOST_OF_A_CLIENT);
			listener.subscribe("more", document(MYTHOS));
			assertThat(listener.next().toString()).contains("LIMIT_EXCEEDED", "100 is the limit");
			listener.complete("s7");
			await().atMost(Listener.PATIENCE)
					.until(() -> subscriptions.running() == Subscriptions.MOST_OF_A_CLIENT - 1);
		}
		await().atMost(Listener.PATIENCE).until(() -> subscriptions.running() == 0);
	}

	@Test
	void aQueryIsAnsweredAsAStreamOfOneResult() {
		try (Listener listener = new Listener.Events(asker.origin())) {
			listener.subscribe("1", "{ model(id: \"model/mythos-5\") { name } }");
			assertThat(listener.next().path("data").path("model").path("name").asString())
					.isEqualTo("Claude Mythos 5");
		}
	}

	@Test
	void aSubscriptionWithoutAStreamIsRefused() {
		asker.askText(document(MYTHOS)).errors().satisfy(errors -> assertThat(errors).singleElement()
				.satisfies(error -> {
					assertThat(error.getExtensions()).containsEntry("code", "BAD_QUERY");
					assertThat(error.getMessage()).contains("accept text/event-stream");
				}));
	}

	private void refused(Transport transport, String arguments, String code, String sentence) {
		try (Listener listener = transport.listen(asker)) {
			listener.subscribe("1", document(arguments));
			assertThat(listener.next().path("errors").toString()).contains(code, sentence);
		}
	}

	private void subscribe(Listener listener, String arguments) {
		int before = subscriptions.running();
		listener.subscribe("1", document(arguments));
		await().atMost(Listener.PATIENCE).until(() -> subscriptions.running() > before);
	}

	private static String document(String arguments) {
		return """
			subscription { conditionSetChanged(%s) {
				model { name } digest previousDigest previousRevision revision receipt { asOf revision }
			} }""".formatted(arguments);
	}

	private static JsonNode change(JsonNode result) {
		assertThat(result.path("errors").isMissingNode()).as(result.toString()).isTrue();
		return result.path("data").path("conditionSetChanged");
	}

	/** Publishes the dossiers, in which the controls were lifted, or others in which they were not. */
	private void publishLifted(boolean lifted) {
		Past.publish(ledger,
				Past.dossiers().stream().map(it -> it instanceof Instrument act && act.id().equals(LIFTING) && !lifted
						? new Instrument(act.id(), act.title(), act.shortTitle(), act.aliases(), act.number(),
								act.binding(),
								act.issuedBy(), act.signedBy(), act.addressees(), act.issued(), act.published(),
								act.effective(), act.endsAfter(), act.legalBasis(), act.targets(), act.imposes(),
								List.of(),
								act.motivatedBy(), act.evidence())
						: it).map(Entity.class::cast).toList(),
				lifted ? "Lifted" : "Not lifted");
	}

	private static List<Entity> without(String id) {
		return Past.dossiers().stream().filter(it -> !it.id().equals(id)).toList();
	}

	private static final class TestClock extends Clock {

		private volatile Instant now;

		private TestClock(Instant now) {
			this.now = now;
		}

		@Override
		public Instant instant() {
			return now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}
	}
}
