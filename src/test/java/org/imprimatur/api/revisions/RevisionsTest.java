package org.imprimatur.api.revisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.graph.record.Revision;
import org.imprimatur.knowledge.Company;
import org.imprimatur.knowledge.Concern;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Model;
import org.imprimatur.ledger.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;

/**
 * What an answer says of a revision is that revision's, whatever is published meanwhile or later (design, "Three
 * clocks").
 */
@ApplicationTest
class RevisionsTest {

	private static final int PUBLICATIONS = 20;
	private static final int READERS = 2;

	/** Several root fields over entities that are linked, all of which every publication renames. */
	private static final String LINKED = """
		{
		  revision
		  model(id: "model/mythos-5") { name developer { name models(first: 100) { nodes { name } } } }
		  company(id: "company/anthropic") { name models(first: 100) { nodes { name developer { name } } } }
		  models(first: 100, filter: {developer: ["company/anthropic"]}) { nodes { name developer { name } } }
		  conditionSet(model: "model/mythos-5", asOf: "2026-06-27") { model { name } receipt { revision } }
		}""";

	private final ExecutionGraphQlService application;
	private final Ledger ledger;
	private final RecordStore records;

	RevisionsTest(@Autowired ExecutionGraphQlService application, @Autowired Ledger ledger,
			@Autowired RecordStore records) {
		this.application = application;
		this.ledger = ledger;
		this.records = records;
	}

	@AfterEach
	void restore() {
		new Past(ledger, records).restore();
	}

	@Test
	void noAnswerMixesTwo() throws InterruptedException, ExecutionException {
		Map<Integer, String> variants = new ConcurrentHashMap<>();
		List<Map<?, ?>> answers = new ArrayList<>();
		publish("A", variants);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> publishing = threads.submit(() -> {
				for (int publication = 0; publication < PUBLICATIONS; publication++) {
					publish(publication % 2 == 0 ? "B" : "A", variants);
				}
			});
			List<Future<List<Map<?, ?>>>> reading = new ArrayList<>();
			for (int reader = 0; reader < READERS; reader++) {
				reading.add(threads.submit(() -> {
					List<Map<?, ?>> read = new ArrayList<>();
					do {
						read.add((Map<?, ?>) Objects.requireNonNull(ask(LINKED).get("data")));
					} while (!publishing.isDone());
					return read;
				}));
			}
			publishing.get();
			for (Future<List<Map<?, ?>>> read : reading) {
				answers.addAll(read.get());
			}
		}
		assertThat(answers.stream().map(answer -> answer.get("revision")).distinct().count())
				.as("revisions that were read").isGreaterThan(2);
		assertThat(answers).allSatisfy(answer -> {
			String variant = Objects.requireNonNull(variants.get(answer.get("revision")));
			assertThat(answer.toString()).contains("(%s)".formatted(variant))
					.doesNotContain(variant.equals("A") ? "(B)" : "(A)")
					.contains("receipt={revision=%s}".formatted(answer.get("revision")));
		});
	}

	@Test
	void publishingTheSameAgainMakesNone() {
		int head = records.head();
		assertThat(Past.publish(ledger, Past.dossiers(), "The same")).isEmpty();
		assertThat(records.head()).isEqualTo(head);
	}

	@Test
	void aPublicationThatFailsLeavesNothing() {
		int head = records.head();
		Map<String, Object> before = ask(LINKED);
		List<Entity> entities = new ArrayList<>(renamed("C"));
		entities.add(new Concern("nonsense/of-no-kind", "Nonsense", List.of(), null, List.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> Past.publish(ledger, entities, "Cannot be"));
		assertThat(records.head()).isEqualTo(head);
		assertThat(ask(LINKED)).isEqualTo(before);
	}

	@Test
	void onesAnswersStayAsTheyWere() {
		int revision = records.head();
		List<String> queries = List.of(LINKED,
				"{ instruments(first: 100) { totalCount nodes { __typename title issuedBy { name } imposes { title } evidence { paraphrase } } } }",
				"{ conditionSets(models: [\"model/mythos-5\", \"model/chatgpt\"], asOf: \"2026-06-27\") { standing { level } conditions { state condition { title } derivation { statement certain } } } }",
				"{ events(first: 100, orderBy: DATE_DESC) { totalCount edges { cursor node { title participants { name } } } } }");
		List<String> then = queries.stream()
				.map(query -> "{ at(revision: %d) %s }".formatted(revision, query)).toList();
		List<Map<String, Object>> before = then.stream().map(this::ask).toList();
		new Past(ledger, records).publish(new Random(2), 2);
		assertThat(then.stream().map(this::ask).toList()).isEqualTo(before)
				.allSatisfy(answer -> assertThat(answer).doesNotContainKey("errors"));
		assertThat(queries.stream().map(this::ask).toList()).as("the newest answers").isNotEqualTo(before);
	}

	/** Whatever stands below at, and whatever is read elsewhere at an earlier revision, is not what is today. */
	@Test
	void idsOfWhatWasNameItsRevision() {
		String below = """
			{ model(id: "model/mythos-5") { id developer { id } namedIn(first: 1) { edges { node { id } } }
			conditionSet(asOf: "2026-06-27") { id model { id } conditions { instrument { id } } } }
			 conditionSets(models: ["model/mythos-5"]) { model { id } } node(id: "model/mythos-5") { id } }""";
		assertThat(ids(ask(below))).isNotEmpty().noneMatch(id -> id.matches(".*@\\d+"));
		Map<String, Object> then = ask("{ at(revision: 1) " + below + " }");
		assertThat(ids(then)).hasSameSizeAs(ids(ask(below))).allMatch(id -> id.endsWith("@1"));
		Map<String, Object> named = ask(below.replace("model/mythos-5", "model/mythos-5@1"));
		assertThat(named.get("data")).isEqualTo(((Map<?, ?>) Objects.requireNonNull(then.get("data"))).get("at"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
				{ node(id: "model/mythos-5@0") { id } } | NOT_FOUND | there is no revision 0
				{ node(id: "model/mythos-5@999999999") { id } } | NOT_FOUND | there is no revision 999999999
				{ nodes(ids: ["model/mythos-5@1", "model/chatgpt@2"]) { id } } | BAD_ARGUMENT | one operation names the revisions 1 and 2
				{ a: node(id: "model/mythos-5@1") { id } b: node(id: "model/mythos-5@2") { id } } | BAD_ARGUMENT | one operation names the revisions 1 and 2
				{ at(revision: 2) { model(id: "model/mythos-5@1") { id } } } | BAD_ARGUMENT | one operation names the revisions 1 and 2
				{ companies { nodes { models(filter: {variantOf: ["model/mythos-5@1"]}) { totalCount } } } } | BAD_ARGUMENT | write model/mythos-5 in place of it
				""")
	void idsOfRevisionsThatDoNotGoTogetherAreRefused(String query, String code, String sentence) {
		assertThat(records.head()).isGreaterThan(1);
		assertThat(String.valueOf(ask(query).get("errors"))).contains("code=" + code, sentence);
	}

	private static List<String> ids(Object answer) {
		return switch (answer) {
			case Map<?, ?> fields -> fields.entrySet().stream().flatMap(field -> field.getKey().equals("id")
					? Stream.of(String.valueOf(field.getValue()))
					: field.getValue() == null ? Stream.of() : ids(field.getValue()).stream()).toList();
			case List<?> list -> list.stream().flatMap(it -> ids(it).stream()).toList();
			default -> List.of();
		};
	}

	private void publish(String variant, Map<Integer, String> variants) {
		Optional<Revision> revision = Past.publish(ledger, renamed(variant), variant);
		variants.put(revision.orElseThrow().number(), variant);
	}

	private static List<Entity> renamed(String variant) {
		return Past.dossiers().stream().map(entity -> switch (entity) {
			case Model it -> new Model(it.id(), name(it, variant), it.aliases(), it.kind(), it.developer(),
					it.deployers(), it.variantOf(), it.succeeds(), it.releases(), it.trainingCompute(),
					it.evidence());
			case Company it -> new Company(it.id(), name(it, variant), it.aliases(), it.jurisdiction(), it.parent(),
					it.identifiers(), it.evidence());
			default -> entity;
		}).map(Entity.class::cast).toList();
	}

	private static String name(Entity entity, String variant) {
		return "%s (%s)".formatted(entity.name(), variant);
	}

	private Map<String, Object> ask(String text) {
		return application
				.execute(new DefaultExecutionGraphQlRequest(text, null, Map.of(), Map.of(), "test", Locale.ROOT))
				.blockOptional().orElseThrow().toMap();
	}
}
