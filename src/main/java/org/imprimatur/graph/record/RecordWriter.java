package org.imprimatur.graph.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.record.RecordChange.Begun;
import org.imprimatur.graph.record.RecordChange.Withdrawn;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.References;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** What can be done to the record under the lock of its head. Nothing is overwritten but the end of what ends. */
public final class RecordWriter {

	private static final int ROWS_A_STATEMENT = 1_000;

	private final TransactionContext transaction;
	private final int head;

	public RecordWriter(TransactionContext transaction, int head) {
		this.transaction = transaction;
		this.head = head;
	}

	/** The newest revision's number; 0 where nothing was published yet. */
	public int head() {
		return head;
	}

	/** The newest revision, if there is one. */
	public Optional<Revision> newest() {
		return transaction
				.run("CYPHER 25 MATCH (revision:Revision {number: $number}) RETURN revision", Map.of("number", head))
				.stream().findFirst().map(row -> RecordStore.revision(row.get("revision")));
	}

	/** What began each live record, by the id of its entity. */
	public Map<String, Begun> live() {
		Map<String, Begun> live = new HashMap<>();
		transaction
				.run("""
					CYPHER 25
					MATCH (record:Record) WHERE record.until = $never
					RETURN record.id AS id, record.dossier AS dossier, record.digest AS digest""",
						Map.of("never", LivePredicate.NEVER))
				.forEachRemaining(row -> live.put(row.get("id").asString(), new Begun(row.get("id").asString(),
						row.get("dossier").asString(), row.get("digest").asString())));
		return live;
	}

	/** The withdrawals that stand, by the id that was withdrawn. */
	public Map<String, Withdrawn> withdrawn() {
		Map<String, Withdrawn> withdrawn = new HashMap<>();
		transaction.run("""
			CYPHER 25
			MATCH (withdrawal:Withdrawal) WHERE withdrawal.until = $never
			RETURN withdrawal, [(withdrawal)-[:MERGED_INTO]->(it) | it.id] AS successors""",
				Map.of("never", LivePredicate.NEVER)).forEachRemaining(row -> {
					Withdrawn it = RecordStore.withdrawn(row);
					withdrawn.put(it.id(), it);
				});
		return withdrawn;
	}

	/**
	 * What changed an entity last.
	 *
	 * @param revision the revision that did
	 * @param references what it refers to since
	 */
	public record LastChange(int revision, Set<String> references) {
	}

	/** What was changed after a revision, by the id of the entity. */
	public Map<String, LastChange> changedAfter(int revision) {
		Map<String, LastChange> changed = new HashMap<>();
		transaction.run("""
			CYPHER 25
			MATCH (record:Record) WHERE record.since > $revision AND record.until = $never
			RETURN record.id AS id, record.since AS since, record.content AS content
			UNION
			MATCH (withdrawal:Withdrawal) WHERE withdrawal.since > $revision AND withdrawal.until = $never
			RETURN withdrawal.id AS id, withdrawal.since AS since, null AS content""",
				Map.of("revision", revision, "never", LivePredicate.NEVER)).forEachRemaining(
						row -> changed.put(row.get("id").asString(), lastChange(row)));
		return changed;
	}

	private static LastChange lastChange(Record row) {
		Value content = row.get("content");
		return new LastChange(row.get("since").asInt(), content.isNull()
				? Set.of()
				: References.of(CanonicalForm.read(row.get("id").asString(), content.asString())));
	}

	/**
	 * Writes changes as part of a revision; no reader sees them before it is concluded.
	 *
	 * @param entities the entities whose records begin, by id
	 * @param firstPage the number of the journal's first page for them
	 * @param written is told, each time that some were written, how many records these are
	 * @return the number after that of the last page
	 */
	public int write(int revision, Collection<RecordChange> changes, Map<String, Entity> entities, int firstPage,
			IntConsumer written) {
		Set<String> ids = new HashSet<>();
		changes.forEach(change -> ids.add(change.id()));
		end(ids, revision);
		List<Map<String, Object>> records = new ArrayList<>();
		List<Map<String, @Nullable Object>> withdrawals = new ArrayList<>();
		for (RecordChange change : changes) {
			switch (change) {
				case Begun begun -> records.add(Projection.record(entity(entities, begun.id()), begun.dossier()));
				case Withdrawn withdrawn -> withdrawals.add(Projection.withdrawal(withdrawn));
			}
		}
		anchor(records, withdrawals);
		batches(records).forEach(batch -> {
			begin(batch, revision);
			written.accept(batch.size());
		});
		withdraw(withdrawals, revision);
		int page = firstPage;
		for (List<RecordChange> batch : batches(List.copyOf(changes))) {
			journal(batch, revision, page++);
		}
		return page;
	}

	/** Makes a revision the newest. */
	public void conclude(Revision revision) {
		transaction.run("""
			CYPHER 25
			MATCH (ledger:Ledger {id: 'ledger'}) SET ledger.head = $revision.number
			CREATE (revision:Revision) SET revision = $revision""",
				Map.of("revision", RecordStore.properties(revision)));
	}

	private static Entity entity(Map<String, Entity> entities, String id) {
		Entity entity = entities.get(id);
		if (entity == null) {
			throw new IllegalArgumentException(id + " begins and is not given");
		}
		return entity;
	}

	private void end(Set<String> ids, int revision) {
		transaction.run("""
			CYPHER 25
			UNWIND $ids AS id
			MATCH (:Entity {id: id})<-[:OF]-(state:Record|Withdrawal) WHERE state.until = $never
			SET state.until = $revision""", Map.of("ids", ids, "revision", revision, "never", LivePredicate.NEVER));
	}

	private void anchor(List<Map<String, Object>> records, List<Map<String, @Nullable Object>> withdrawals) {
		// An anchor is made for whatever is referred to, so that the order of the records does not matter.
		Set<String> ids = new TreeSet<>();
		for (Map<String, Object> record : records) {
			ids.add((String) record.get("id"));
			ids.addAll(Projection.references(record));
		}
		for (Map<String, @Nullable Object> withdrawal : withdrawals) {
			ids.add(String.valueOf(withdrawal.get("id")));
			if (withdrawal.get("successor") instanceof String successor) {
				ids.add(successor);
			}
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
			}""", Map.of("records", records, "revision", revision, "never", LivePredicate.NEVER));
	}

	private void withdraw(List<Map<String, @Nullable Object>> withdrawals, int revision) {
		transaction.run("""
			CYPHER 25
			UNWIND $withdrawals AS row
			MATCH (anchor:Entity {id: row.id})
			CREATE (withdrawal:Withdrawal)-[:OF]->(anchor)
			SET withdrawal = row.properties, withdrawal.since = $revision, withdrawal.until = $never
			WITH withdrawal, row
			MATCH (successor:Entity {id: row.successor})
			CREATE (withdrawal)-[:MERGED_INTO]->(successor)""",
				Map.of("withdrawals", withdrawals, "revision", revision, "never", LivePredicate.NEVER));
	}

	private void journal(List<RecordChange> changes, int revision, int page) {
		transaction.run("CYPHER 25 CREATE (page:JournalPage {revision: $revision, number: $page, entries: $entries})",
				Map.of("revision", revision, "page", page, "entries", changes.stream().map(Journal::write).toList()));
	}

	private static <T> List<List<T>> batches(List<T> rows) {
		List<List<T>> batches = new ArrayList<>();
		for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
			batches.add(rows.subList(from, Math.min(from + ROWS_A_STATEMENT, rows.size())));
		}
		return batches;
	}
}
