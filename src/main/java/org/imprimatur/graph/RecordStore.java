package org.imprimatur.graph;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Entity;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;

/** Anchors, records and revisions in Neo4j (design §4). Nothing is overwritten but the end of a record that ends. */
public final class RecordStore {

	private static final int ROWS_A_STATEMENT = 1_000;
	/** Each statement looks again for what is left, so that there should be few. */
	private static final int ROWS_A_MIGRATION = 10_000;

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

	/** When the first revision was published, which tells this graph from others; empty where there is none yet. */
	public Optional<Instant> begun() {
		return GraphDatabase.read(driver,
				session -> session.run("CYPHER 25 MATCH (revision:Revision {number: 1}) RETURN revision.time AS time")
						.stream().map(row -> row.get("time").asZonedDateTime().toInstant()).findFirst());
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
				RETURN record.type AS type, count(*) AS records ORDER BY type""", Map.of("never", Live.NEVER))
					.stream().collect(HashMap::new,
							(counts, row) -> counts.put(row.get("type").asString(), row.get("records").asInt()),
							Map::putAll);
		}
	}

	/** Makes the records searchable that an older version of Imprimatur wrote, which did not write what is searched. */
	public void makeSearchable() {
		try (Session session = driver.session(GraphDatabase.WRITE)) {
			List<Map<String, Object>> rows = unsearchable(session);
			while (!rows.isEmpty()) {
				session.run("""
					CYPHER 25
					UNWIND $rows AS row
					MATCH (record:Record {id: row.id, since: row.since}) SET record += row.searched""",
						Map.of("rows", rows)).consume();
				rows = unsearchable(session);
			}
		}
	}

	private static List<Map<String, Object>> unsearchable(Session session) {
		return session.run("""
			CYPHER 25
			MATCH (record:Record) WHERE record.keys IS NULL
			RETURN record.id AS id, record.since AS since, record.content AS content LIMIT $rows""",
				Map.of("rows", ROWS_A_MIGRATION)).list(RecordStore::searchable);
	}

	private static Map<String, Object> searchable(Record record) {
		String id = record.get("id").asString();
		return Map.of("id", id, "since", record.get("since").asInt(), "searched",
				Projection.searched(CanonicalForm.read(id, record.get("content").asString())));
	}

	/** Does {@code work} in one transaction that no other publication can come between: all of it or nothing. */
	public <T> T underLock(Function<Publication, T> work) {
		try (Session session = driver.session(GraphDatabase.WRITE)) {
			return session.executeWrite(transaction -> {
				// Writing to the one head takes its lock, which is held until the transaction ends.
				int head = transaction.run("""
					CYPHER 25
					MERGE (ledger:Ledger {id: 'ledger'}) ON CREATE SET ledger.head = 0
					SET ledger.locked = true REMOVE ledger.locked RETURN ledger.head AS head""").single()
						.get("head").asInt();
				return work.apply(new Publication(transaction, head));
			});
		}
	}

	/** What can be done under the lock of the head. */
	public static final class Publication {

		private final TransactionContext transaction;
		private final int head;

		private Publication(TransactionContext transaction, int head) {
			this.transaction = transaction;
			this.head = head;
		}

		/** The newest revision's number. */
		public int head() {
			return head;
		}

		/** The digest of each live record, by the id of its entity. */
		public Map<String, String> digests() {
			Map<String, String> digests = new HashMap<>();
			transaction.run("""
				CYPHER 25
				MATCH (record:Record) WHERE record.until = $never
				RETURN record.id AS id, record.digest AS digest""", Map.of("never", Live.NEVER)).forEachRemaining(
					row -> digests.put(row.get("id").asString(), row.get("digest").asString()));
			return digests;
		}

		/** Makes the next revision: ends the records of {@code ended}, and begins one for each of {@code begun}. */
		public Revision revise(Set<String> ended, Collection<? extends Entity> begun, Instant time, String message) {
			Revision revision = new Revision(head + 1, time, message);
			end(ended, revision.number());
			List<Map<String, Object>> records = begun.stream().map(Projection::record).toList();
			anchor(records);
			batches(records).forEach(batch -> begin(batch, revision.number()));
			transaction.run("""
				CYPHER 25
				MATCH (ledger:Ledger {id: 'ledger'}) SET ledger.head = $number
				CREATE (:Revision {number: $number, time: $time, message: $message})""",
					Map.of("number", revision.number(), "time", time.atZone(ZoneOffset.UTC), "message", message));
			return revision;
		}

		private void end(Set<String> ids, int revision) {
			transaction.run("""
				CYPHER 25
				UNWIND $ids AS id
				MATCH (:Entity {id: id})<-[:OF]-(record:Record) WHERE record.until = $never
				SET record.until = $revision""", Map.of("ids", ids, "revision", revision, "never", Live.NEVER));
		}

		private void anchor(List<Map<String, Object>> records) {
			// An anchor is made for whatever is referred to, so that the order of the records does not matter.
			Set<String> ids = new TreeSet<>();
			for (Map<String, Object> record : records) {
				ids.add((String) record.get("id"));
				ids.addAll(Projection.references(record));
			}
			transaction.run("CYPHER 25 UNWIND $ids AS id MERGE (:Entity {id: id})", Map.of("ids", ids));
		}

		private void begin(List<Map<String, Object>> records, int revision) {
			// Labels and types are dynamic, so that one statement, and one plan, writes every kind.
			transaction.run("""
				CYPHER 25
				UNWIND $records AS row
				MATCH (anchor:Entity {id: row.id})
				SET anchor:$(row.label)
				CREATE (record:$(row.labels))-[:OF]->(anchor)
				SET record = row.properties, record.since = $revision, record.until = $never
				CALL (record, row) {
					UNWIND row.references AS reference
					MATCH (target:Entity {id: reference.id})
					CREATE (record)-[:$(reference.type) {position: reference.position}]->(target)
				}
				CALL (record, row) {
					UNWIND row.parts AS part
					CREATE (record)-[:$(part.type)]->(node:Part:$(part.label))
					SET node = part.properties
					WITH node, part
					UNWIND part.references AS reference
					MATCH (target:Entity {id: reference.id})
					CREATE (node)-[:$(reference.type) {position: reference.position}]->(target)
				}""", Map.of("records", records, "revision", revision, "never", Live.NEVER));
		}

		private static <T> List<List<T>> batches(List<T> rows) {
			List<List<T>> batches = new ArrayList<>();
			for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
				batches.add(rows.subList(from, Math.min(from + ROWS_A_STATEMENT, rows.size())));
			}
			return batches;
		}
	}
}
