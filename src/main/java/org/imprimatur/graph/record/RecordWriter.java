package org.imprimatur.graph.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.connection.Statement;
import org.imprimatur.graph.connection.Statements;
import org.imprimatur.graph.record.RecordChange.Begun;
import org.imprimatur.graph.record.RecordChange.Withdrawn;
import org.imprimatur.knowledge.Entity;
import org.jspecify.annotations.Nullable;

/** What can be done to the record under the lock of its head. Nothing is overwritten but the end of what ends. */
public final class RecordWriter {

	private static final int ROWS_A_STATEMENT = 1_000;

	private final Statements statements;
	private final RevisionRepository revisions;
	private final int head;

	private RecordWriter(Statements statements, RevisionRepository revisions, int head) {
		this.statements = statements;
		this.revisions = revisions;
		this.head = head;
	}

	/** A writer in the transaction under way. Writing to the one head takes its lock, which is held until that ends. */
	static RecordWriter locked(Statements statements, RevisionRepository revisions) {
		int head = statements.rows(new Statement("""
			CYPHER 25
			MERGE (ledger:Ledger {id: 'ledger'}) ON CREATE SET ledger.head = 0
			SET ledger.locked = true REMOVE ledger.locked RETURN ledger.head AS head""", Map.of())).getFirst()
				.get("head")
				.asInt();
		return new RecordWriter(statements, revisions, head);
	}

	/** The newest revision's number; 0 where nothing was published yet. */
	public int head() {
		return head;
	}

	/** The newest revision, if there is one. */
	public Optional<Revision> newest() {
		return revisions.findById(head);
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
		end(changes.stream().map(RecordChange::id).collect(Collectors.toSet()), revision);
		List<ProjectedRecord> records = new ArrayList<>();
		List<Withdrawn> withdrawals = new ArrayList<>();
		for (RecordChange change : changes) {
			switch (change) {
				case Begun begun -> records.add(Projection.record(entity(entities, begun.id()), begun.dossier()));
				case Withdrawn withdrawn -> withdrawals.add(withdrawn);
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
		run("CYPHER 25 MATCH (ledger:Ledger {id: 'ledger'}) SET ledger.head = $revision",
				Map.of("revision", revision.number()));
		revisions.save(revision);
	}

	private static Entity entity(Map<String, Entity> entities, String id) {
		Entity entity = entities.get(id);
		if (entity == null) {
			throw new IllegalArgumentException(id + " begins and is not given");
		}
		return entity;
	}

	private void end(Set<String> ids, int revision) {
		run("""
			CYPHER 25
			UNWIND $ids AS id
			MATCH (anchor:Entity {id: id})<-[:OF]-(state:Record|Withdrawal)
			USING INDEX SEEK anchor:Entity(id)
			WHERE state.until = $never
			SET state.until = $revision""", Map.of("ids", ids, "revision", revision, "never", LivePredicate.NEVER));
	}

	private void anchor(List<ProjectedRecord> records, List<Withdrawn> withdrawals) {
		// An anchor is made for whatever is referred to, so that the order of the records does not matter.
		Set<String> ids = new TreeSet<>();
		for (ProjectedRecord record : records) {
			ids.add(record.id());
			ids.addAll(record.node().anchors());
		}
		for (Withdrawn withdrawal : withdrawals) {
			ids.add(withdrawal.id());
			if (withdrawal.successor() != null) {
				ids.add(withdrawal.successor());
			}
		}
		run("CYPHER 25 UNWIND $ids AS id MERGE (:Entity {id: id})", Map.of("ids", ids));
	}

	private void begin(List<ProjectedRecord> records, int revision) {
		// Labels and types are dynamic, so that one statement, and one plan, writes every kind.
		run("""
			CYPHER 25
			UNWIND $records AS row
			MATCH (anchor:Entity {id: row.id})
			USING INDEX SEEK anchor:Entity(id)
			SET anchor:$(row.label)
			CREATE (record:$(row.labels))-[:OF]->(anchor)
			SET record = row.node.properties, record.since = $revision, record.until = $never
			CALL (record, row) {
				UNWIND row.node.references AS reference
				MATCH (target:Entity {id: reference.id})
				USING INDEX SEEK target:Entity(id)
				CREATE (record)-[:$(reference.type) {position: reference.position}]->(target)
			}
			CALL (record, row) {
				UNWIND row.node.parts AS part
				CREATE (record)-[:$(part.type)]->(node:Part:$(part.label))
				SET node = part.node.properties
				CALL (node, part) {
					UNWIND part.node.references AS reference
					MATCH (target:Entity {id: reference.id})
					USING INDEX SEEK target:Entity(id)
					CREATE (node)-[:$(reference.type) {position: reference.position}]->(target)
				}
				CALL (node, part) {
					UNWIND part.node.parts AS inner
					CREATE (node)-[:$(inner.type)]->(held:Part:$(inner.label))
					SET held = inner.node.properties
					WITH held, inner
					UNWIND inner.node.references AS reference
					MATCH (target:Entity {id: reference.id})
					USING INDEX SEEK target:Entity(id)
					CREATE (held)-[:$(reference.type) {position: reference.position}]->(target)
				}
			}""", Map.of("records", records, "revision", revision, "never", LivePredicate.NEVER));
	}

	/** A withdrawal as it is written. */
	private record WithdrawnRow(String id, @Nullable String successor, Map<String, Object> properties) {
	}

	private void withdraw(List<Withdrawn> withdrawals, int revision) {
		List<WithdrawnRow> rows = withdrawals.stream()
				.map(it -> new WithdrawnRow(it.id(), it.successor(), Projection.withdrawal(it))).toList();
		run("""
			CYPHER 25
			UNWIND $withdrawals AS row
			MATCH (anchor:Entity {id: row.id})
			USING INDEX SEEK anchor:Entity(id)
			CREATE (withdrawal:Withdrawal)-[:OF]->(anchor)
			SET withdrawal = row.properties, withdrawal.since = $revision, withdrawal.until = $never
			WITH withdrawal, row
			MATCH (successor:Entity {id: row.successor})
			USING INDEX SEEK successor:Entity(id)
			CREATE (withdrawal)-[:MERGED_INTO]->(successor)""",
				Map.of("withdrawals", rows, "revision", revision, "never", LivePredicate.NEVER));
	}

	private void journal(List<RecordChange> changes, int revision, int page) {
		run("CYPHER 25 CREATE (page:JournalPage {revision: $revision, number: $page, entries: $entries})",
				Map.of("revision", revision, "page", page, "entries", changes.stream().map(Journal::write).toList()));
	}

	private void run(String text, Map<String, Object> parameters) {
		statements.run(new Statement(text, parameters));
	}

	private static <T> List<List<T>> batches(List<T> rows) {
		List<List<T>> batches = new ArrayList<>();
		for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
			batches.add(rows.subList(from, Math.min(from + ROWS_A_STATEMENT, rows.size())));
		}
		return batches;
	}
}
