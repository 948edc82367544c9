package org.imprimatur.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.graph.record.Cause;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.graph.record.Revision;
import org.imprimatur.graph.schema.GraphSchemaException;
import org.imprimatur.knowledge.Concern;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Event;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Withdrawal;
import org.imprimatur.ledger.PublicationRefused.Reason;
import org.imprimatur.time.EdtfDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/** What publications do to a graph of their own. */
class LedgerTest {

	private static final Clock CLOCK = Clock.systemUTC();
	private static final int A_TRANSACTION = 100;
	private static final int MOST_CHANGES = 200;
	private static final int MORE_THAN_ONE_TRANSACTION = 250;

	@TempDir
	private static Path directory;
	private static GraphOfItsOwn graph;
	private static Driver driver;
	private static RecordStore records;
	private static Ledger ledger;

	@BeforeAll
	static void open() {
		graph = new GraphOfItsOwn(directory);
		driver = graph.driver();
		records = graph.records();
		ledger = ledger(CLOCK);
	}

	@AfterAll
	static void close() {
		graph.close();
	}

	@BeforeEach
	void empty() {
		graph.empty();
	}

	@Test
	void aPublicationReplacesItsDossiersAndNoOthers() {
		publish(0, dossier("one", concern("a", "A"), concern("b", "B")), dossier("two", concern("c", "C")));
		Revision second = publish(1, dossier("one", concern("a", "A, again"), concern("d", "D")));
		assertThat(second).extracting(Revision::number, Revision::author, Revision::cause).containsExactly(2, "Ada",
				Cause.OUR_CORRECTION);
		assertThat(ids(1)).containsExactly("concern/a", "concern/b", "concern/c", "dossier/one", "dossier/two");
		assertThat(ids(2)).containsExactly("concern/a", "concern/c", "concern/d", "dossier/one", "dossier/two");
		assertThat(ledger.contents(2).getFirst().withdrawn())
				.containsExactly(new Withdrawal("concern/b", "A message", null));
		assertThat(ledger.publish(publication(2, dossier("two", concern("c", "C"))))).isEmpty();
	}

	@Test
	void whatIsWithdrawnWithAReasonOrASuccessorKeepsThem() {
		publish(0, dossier("one", concern("a", "A"), concern("b", "B"), concern("c", "C")));
		Withdrawal merged = new Withdrawal("concern/a", "It is the same", new Ref<>("concern/c"));
		Withdrawal gone = new Withdrawal("concern/b", "It never was", null);
		DossierContents tidied = new DossierContents(dossier("one").dossier(), List.of(concern("c", "C")),
				List.of(merged, gone));
		publish(1, tidied);
		assertThat(ledger.contents(2).getFirst().withdrawn()).containsExactly(merged, gone);
		assertThat(ledger.publish(publication(2, tidied))).isEmpty();
		publish(2, dossier("one", concern("a", "A"), concern("c", "C")));
		assertThat(ledger.contents(3).getFirst().withdrawn()).containsExactly(gone);
		assertThat(ledger.contents(2).getFirst().withdrawn()).containsExactly(merged, gone);
	}

	@Test
	void equalContentHasAnEqualDigestWhateverTheWayToIt() {
		Revision atOnce = publish(0, dossier("one", concern("a", "A"), concern("b", "B")),
				dossier("two", concern("c", "C")));
		empty();
		publish(0, dossier("two", concern("c", "C"), concern("z", "Z")));
		publish(1, dossier("one", concern("b", "Something else")));
		Revision byAndBy = publish(2, dossier("two", concern("c", "C")),
				dossier("one", concern("b", "B"), concern("a", "A")));
		assertThat(byAndBy.contentDigest()).isEqualTo(atOnce.contentDigest());
		assertThat(byAndBy.chainDigest()).isNotEqualTo(atOnce.chainDigest());
		Revision moved = publish(3, dossier("one", concern("b", "B"), concern("a", "A"), concern("c", "C")),
				dossier("two"));
		assertThat(moved.contentDigest()).as("what has its place elsewhere").isNotEqualTo(byAndBy.contentDigest());
	}

	@Test
	void anotherProcessIsNeverBehindWhatItsClientHasSeen() {
		publish(0, dossier("one", concern("a", "A")));
		Head another = new Head(records);
		assertThat(another.number()).isZero();
		assertThat(another.number(1)).isEqualTo(1);
		publish(1, dossier("one", concern("a", "A, again")));
		assertThat(another.number(1)).as("it need not ask").isEqualTo(1);
		assertThat(another.number(2)).isEqualTo(2);
		assertThat(another.number(7)).as("what nobody published").isEqualTo(2);
		publish(2, dossier("one", concern("a", "A, once more")));
		another.watch();
		assertThat(another.number()).isEqualTo(3);
	}

	@Test
	void textsThatReadAlikeAreOne() {
		Revision composed = publish(0, dossier("one", concern("a", "Café")));
		assertThat(ledger.publish(publication(1, dossier("one", concern("a", "Cafe\u0301"))))).isEmpty();
		empty();
		Revision decomposed = ledger.publish(publication(0, dossier("one", concern("a", "Cafe\u0301")))).orElseThrow();
		assertThat(decomposed.contentDigest()).isEqualTo(composed.contentDigest());
		assertThat(driver.executableQuery("MATCH (record:Concern:Record) RETURN record.description AS it").execute()
				.records().getFirst().get("it").asString()).isEqualTo("Café");
		Publication inWords = new Publication(List.of(dossier("one")), 1, "Rene\u0301", "De\u0301ja\u0300 vu",
				Cause.OUR_CORRECTION);
		assertThat(ledger.publish(inWords).orElseThrow()).extracting(Revision::author, Revision::message)
				.containsExactly("René", "Déjà vu");
	}

	@Test
	void whatChangedSinceTheBaseIsAConflict() {
		publish(0, dossier("one", concern("a", "A"), concern("b", "B")), dossier("two", concern("c", "C")));
		publish(1, dossier("one", concern("a", "A, again"), concern("b", "B")));
		assertThat(conflict(1, dossier("one", concern("a", "A, otherwise"), concern("b", "B"))))
				.as("it changes what changed").isEqualTo(Map.of("concern/a", 2));
		assertThat(conflict(1, dossier("two", concern("c", "C"), event("e", "concern/a"))))
				.as("it refers to what changed").isEqualTo(Map.of("concern/a", 2));
		publish(2, dossier("one", concern("a", "A, again"), concern("b", "B"), event("f", "concern/c")));
		assertThat(conflict(2, dossier("two"))).as("what changed refers to what it withdraws")
				.isEqualTo(Map.of("event/f", 3));
		assertThat(records.head()).isEqualTo(3);
		publish(1, dossier("two", concern("c", "C, again")));
		assertThat(records.head()).as("nobody else touched this").isEqualTo(4);
	}

	@Test
	void aBaseThatThereIsNotIsRefused() {
		for (int base : new int[]{-1, 1}) {
			assertThat(refused(base, dossier("one", concern("a", "A")))).isInstanceOf(Reason.NoSuchBase.class);
		}
		assertThat(refused(7, many(MORE_THAN_ONE_TRANSACTION))).isInstanceOf(Reason.NoSuchBase.class);
		assertThat(records.head()).isZero();
	}

	@Test
	void aLargeImportShowsAtOnceOrNotAtAll() {
		ledger(CLOCK).publish(publication(0, many(MORE_THAN_ONE_TRANSACTION)));
		assertThat(records.head()).isEqualTo(1);
		assertThat(ids(1)).hasSize(MORE_THAN_ONE_TRANSACTION + 1);
		assertThat(graph.isWhole()).isTrue();
		assertThat(refused(1, dossier("many"))).as("withdrawing more than may be changed").isInstanceOf(
				Reason.TooLarge.class);
		// As it is when the process ends before the last of its transactions.
		driver.executableQuery("MATCH (revision:Revision) DELETE revision").execute();
		driver.executableQuery("MATCH (ledger:Ledger) SET ledger.head = 0").execute();
		assertThat(records.census()).isNotEmpty();
		publish(0, dossier("one", concern("a", "A")));
		assertThat(ids(1)).containsExactly("concern/a", "dossier/one");
		assertThat(graph.isWhole()).isTrue();
		assertThat(driver.executableQuery("MATCH (page:JournalPage) RETURN count(*) AS pages").execute().records()
				.getFirst().get("pages").asInt()).isEqualTo(1);
	}

	@Test
	void aPreviewTakesNoLockAndWritesNothing() {
		Publication next = publication(0, dossier("one", concern("a", "A")));
		assertThat(ledger.changes(next)).hasSize(2);
		assertThat(driver.executableQuery("MATCH (node) WHERE NOT node:SchemaFile RETURN node").execute().records())
				.as("in an empty graph").isEmpty();
		ledger.publish(next);
		try (Session session = driver.session(); Transaction publishing = session.beginTransaction()) {
			publishing.run("MATCH (ledger:Ledger) SET ledger.locked = true").consume();
			assertTimeoutPreemptively(Duration.ofMinutes(1),
					() -> assertThat(ledger.changes(publication(1, dossier("one", concern("a", "B"))))).hasSize(1));
			publishing.rollback();
		}
	}

	@Test
	void aClockThatIsSetBackDoesNotTurnTheOrderOfRevisions() {
		Instant noon = Instant.parse("2026-11-24T12:00:00Z");
		ledger(Clock.fixed(noon, ZoneOffset.UTC)).publish(publication(0, dossier("one", concern("a", "A"))));
		ledger(Clock.fixed(noon.minus(Duration.ofHours(1)), ZoneOffset.UTC))
				.publish(publication(1, dossier("one", concern("a", "B"))));
		assertThat(records.headAt(noon)).isEqualTo(2);
		assertThat(records.headAt(noon.minusMillis(1))).isZero();
	}

	@Test
	void onlyWhatDidNotComeWithAVersionIsCurated() {
		ledger.publish(new Publication(List.of(dossier("one", concern("a", "A")), dossier("two", concern("b", "B"))), 0,
				"Imprimatur", "Shipped", Cause.SHIPPED));
		assertThat(records.curated()).isEmpty();
		publish(1, dossier("two"));
		assertThat(records.curated()).containsExactly("dossier/two");
	}

	@Test
	void aGraphWithoutAJournalIsRefused() {
		records.requireJournal();
		driver.executableQuery("CREATE (:Revision {number: 1, message: 'Old'})").execute();
		assertThatExceptionOfType(GraphSchemaException.class).isThrownBy(records::requireJournal)
				.withMessageContaining("kept no journal");
	}

	private static Ledger ledger(Clock clock) {
		return new Ledger(records, new Head(records), clock, DiskSpace.UNKNOWN, A_TRANSACTION, MOST_CHANGES);
	}

	private Revision publish(int base, DossierContents... dossiers) {
		Publication publication = publication(base, dossiers);
		List<DossierContents> before = ledger.contents(ledger.head());
		Revision revision = ledger.publish(publication).orElseThrow();
		assertThat(sorted(publication.appliedTo(before))).as("what it was said to come to")
				.isEqualTo(sorted(ledger.contents(revision.number())));
		return revision;
	}

	private static List<DossierContents> sorted(List<DossierContents> dossiers) {
		return dossiers.stream().map(it -> new DossierContents(it.dossier(),
				it.entities().stream().sorted(Comparator.comparing(Entity::id)).toList(),
				it.withdrawn().stream().sorted(Comparator.comparing(Withdrawal::id)).toList())).toList();
	}

	private Map<String, Integer> conflict(int base, DossierContents... dossiers) {
		return refused(base, dossiers) instanceof Reason.Conflict conflict ? conflict.changed() : Map.of();
	}

	private Reason refused(int base, DossierContents... dossiers) {
		List<Reason> reasons = new ArrayList<>();
		for (boolean published : new boolean[]{false, true}) {
			assertThatExceptionOfType(PublicationRefused.class).isThrownBy(() -> {
				if (published) {
					ledger.publish(publication(base, dossiers));
				} else {
					ledger.changes(publication(base, dossiers));
				}
			}).satisfies(it -> reasons.add(it.reason()));
		}
		assertThat(reasons.getFirst()).as("told before as when it is published").isEqualTo(reasons.getLast());
		return reasons.getFirst();
	}

	private List<String> ids(int revision) {
		return ledger.contents(revision).stream().flatMap(DossierContents::all).map(Entity::id).sorted().toList();
	}

	private static Publication publication(int base, DossierContents... dossiers) {
		List<DossierContents> shuffled = new ArrayList<>(Arrays.asList(dossiers));
		Collections.reverse(shuffled);
		return new Publication(shuffled, base, "Ada", "A message", Cause.OUR_CORRECTION);
	}

	private static DossierContents dossier(String name, Entity... entities) {
		return new DossierContents(
				new Dossier("dossier/" + name, name, List.of(), EdtfDate.parse("2026"), null, List.of(),
						List.of()),
				List.of(entities), List.of());
	}

	private static DossierContents many(int entities) {
		return dossier("many", Stream.concat(Stream.of(concern("first", "First")),
				IntStream.range(1, entities).mapToObj(place -> concern("c%d".formatted(place), "Many")))
				.toArray(Entity[]::new));
	}

	private static Entity concern(String name, String description) {
		return new Concern("concern/" + name, name, List.of(), description, List.of());
	}

	private static Entity event(String name, String about) {
		return new Event("event/" + name, name, Event.EventKind.REPORT, EdtfDate.parse("2026"), null, List.of(),
				List.of(new Ref<>(about)), List.of());
	}
}
