package org.imprimatur.graph.record;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.imprimatur.graph.connection.GraphDatabase;
import org.imprimatur.graph.connection.GraphUnavailable;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.schema.GraphSchemaException;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Withdrawal;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/** Anchors, records and revisions in Neo4j (design, "Three clocks"). Nothing is overwritten but the end of a record that ends. */
public final class RecordStore {

	private final Driver driver;

	public RecordStore(Driver driver) {
		this.driver = driver;
	}

	/** The newest revision's number; 0 where nothing was published yet. */
	public int head() {
		return GraphDatabase.read(driver,
				session -> session.run("CYPHER 25 MATCH (ledger:Ledger {id: 'ledger'}) RETURN ledger.head AS head")
						.stream().mapToInt(row -> row.get("head").asInt()).findFirst().orElse(0));
	}

	/** The revision of this number, if there is one. */
	public Optional<Revision> revision(int number) {
		return GraphDatabase.read(driver,
				session -> session.run("CYPHER 25 MATCH (revision:Revision {number: $number}) RETURN revision",
						Map.of("number", number)).stream().map(row -> revision(row.get("revision"))).findFirst());
	}

	/** The revision that was the newest at {@code time}; 0 where nothing was published yet. */
	public int headAt(Instant time) {
		return GraphDatabase.read(driver, session -> session.run("""
			CYPHER 25
			MATCH (revision:Revision) WHERE revision.time <= $time
			RETURN coalesce(max(revision.number), 0) AS head""", Map.of("time", time.atZone(ZoneOffset.UTC)))
				.single().get("head").asInt());
	}

	/** How many live records of each type the newest revision has, by the names of the types. */
	public Map<String, Integer> census() {
		try (Session session = driver.session(GraphDatabase.READ)) {
			return session.run("""
				CYPHER 25
				MATCH (record:Record) WHERE record.until = $never
				RETURN record.type AS type, count(*) AS records ORDER BY type""", Map.of("never", LivePredicate.NEVER))
					.stream().collect(HashMap::new,
							(counts, row) -> counts.put(row.get("type").asString(), row.get("records").asInt()),
							Map::putAll);
		}
	}

	/**
	 * Looks whether the graph has a journal.
	 *
	 * @throws GraphSchemaException if it was written by a version of Imprimatur that kept none
	 */
	public void requireJournal() {
		boolean missing = GraphDatabase.read(driver, session -> session
				.run("CYPHER 25 MATCH (revision:Revision) WHERE revision.chainDigest IS NULL RETURN count(*) > 0 AS missing")
				.single().get("missing").asBoolean());
		if (missing) {
			throw new GraphSchemaException("This graph was written by a version of Imprimatur that kept no journal.",
					"Move it away: all that is in it came from the dossiers, and is published anew.");
		}
	}

	/** The dossiers that a revision touched which did not come with a version of Imprimatur. */
	public Set<String> curated() {
		return GraphDatabase.read(driver, session -> session.run("""
			CYPHER 25
			MATCH (revision:Revision) WHERE revision.cause <> $shipped
			CALL (revision) {
				MATCH (state:Record {since: revision.number}) RETURN state.dossier AS dossier
				UNION
				MATCH (state:Record {until: revision.number}) RETURN state.dossier AS dossier
				UNION
				MATCH (state:Withdrawal {since: revision.number}) RETURN state.dossier AS dossier
			}
			RETURN DISTINCT dossier""", Map.of("shipped", Cause.SHIPPED.name())).stream()
				.map(row -> row.get("dossier").asString()).collect(Collectors.toSet()));
	}

	/** What all dossiers held at a revision, each in the order of its entities' ids. */
	public List<DossierContents> contents(int revision) {
		Map<String, List<Entity>> entities = new TreeMap<>();
		Map<String, List<Withdrawal>> withdrawn = new TreeMap<>();
		Map<String, Object> at = Map.of(LivePredicate.REVISION, revision);
		GraphDatabase.read(driver, session -> {
			session.run("""
				CYPHER 25
				MATCH (record:Record) WHERE %s
				RETURN record.id AS id, record.dossier AS dossier, record.content AS content ORDER BY id"""
					.formatted(LivePredicate.predicate("record")), at).forEachRemaining(
							row -> entities.computeIfAbsent(row.get("dossier").asString(), it -> new ArrayList<>())
									.add(CanonicalForm.read(row.get("id").asString(), row.get("content").asString())));
			session.run("""
				CYPHER 25
				MATCH (withdrawal:Withdrawal) WHERE %s
				RETURN withdrawal, [(withdrawal)-[:MERGED_INTO]->(it) | it.id] AS successors
				ORDER BY withdrawal.id""".formatted(LivePredicate.predicate("withdrawal")), at)
					.forEachRemaining(row -> {
						RecordChange.Withdrawn it = withdrawn(row);
						withdrawn.computeIfAbsent(it.dossier(), dossier -> new ArrayList<>())
								.add(new Withdrawal(it.id(),
										it.reason(), it.successor() == null ? null : new Ref<>(it.successor())));
					});
			return session;
		});
		return entities.entrySet().stream()
				.map(it -> contents(it.getValue(), withdrawn.getOrDefault(it.getKey(), List.of()))).toList();
	}

	private static DossierContents contents(List<Entity> entities, List<Withdrawal> withdrawn) {
		Map<Boolean, List<Entity>> parted = entities.stream()
				.collect(Collectors.partitioningBy(Dossier.class::isInstance));
		return new DossierContents((Dossier) parted.getOrDefault(true, List.of()).getFirst(),
				parted.getOrDefault(false, List.of()), withdrawn);
	}

	/** Takes away what an import left that was cut off before it was concluded, which no reader has seen. */
	public void discardUnfinished() {
		try (Session session = driver.session(GraphDatabase.WRITE)) {
			session.run("""
				CYPHER 25
				MATCH (ledger:Ledger {id: 'ledger'})
				MATCH (state:Record|Withdrawal|JournalPage)
				WHERE state.since > ledger.head OR state.revision > ledger.head
				CALL (state) {
					OPTIONAL MATCH (state)-->(part:Part)
					DETACH DELETE part, state
				} IN TRANSACTIONS OF 10000 ROWS""").consume();
			// An anchor is made with the first thing that leads to it.
			session.run("""
				CYPHER 25
				MATCH (anchor:Entity) WHERE NOT EXISTS { (anchor)<--() }
				CALL (anchor) { DELETE anchor } IN TRANSACTIONS OF 10000 ROWS""").consume();
		}
	}

	/** Does {@code work} in one transaction that no other publication can come between: all of it or nothing. */
	public <T> T underLock(Function<RecordWriter, T> work) {
		try (Session session = driver.session(GraphDatabase.WRITE)) {
			return session.executeWrite(transaction -> {
				// Writing to the one head takes its lock, which is held until the transaction ends.
				int head = transaction.run("""
					CYPHER 25
					MERGE (ledger:Ledger {id: 'ledger'}) ON CREATE SET ledger.head = 0
					SET ledger.locked = true REMOVE ledger.locked RETURN ledger.head AS head""").single()
						.get("head").asInt();
				return work.apply(new RecordWriter(transaction, head));
			});
		} catch (ServiceUnavailableException | SessionExpiredException e) {
			throw new GraphUnavailable(e);
		}
	}

	public static Revision revision(Value node) {
		return new Revision(node.get("number").asInt(), node.get("time").asZonedDateTime().toInstant(),
				node.get("author").asString(), node.get("message").asString(),
				Cause.valueOf(node.get("cause").asString()), node.get("contentDigest").asString(),
				node.get("chainDigest").asString());
	}

	/** A revision as the properties of its node. */
	public static Map<String, Object> properties(Revision revision) {
		return Map.of("number", (long) revision.number(), "time", revision.time().atZone(ZoneOffset.UTC), "author",
				revision.author(), "message", revision.message(), "cause", revision.cause().name(), "contentDigest",
				revision.contentDigest(), "chainDigest", revision.chainDigest());
	}

	public static RecordChange.Withdrawn withdrawn(Record row) {
		Value withdrawal = row.get("withdrawal");
		return new RecordChange.Withdrawn(withdrawal.get("id").asString(), withdrawal.get("dossier").asString(),
				withdrawal.get("reason").asString(),
				row.get("successors").asList(Value::asString).stream().findFirst().orElse(null));
	}
}
