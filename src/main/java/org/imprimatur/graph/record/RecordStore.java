package org.imprimatur.graph.record;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.connection.Statement;
import org.imprimatur.graph.connection.Statements;
import org.imprimatur.graph.record.RecordChange.Begun;
import org.imprimatur.graph.record.RecordChange.Withdrawn;
import org.imprimatur.graph.schema.GraphSchemaException;
import org.imprimatur.graph.search.SearchedProperties;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.References;
import org.imprimatur.knowledge.Withdrawal;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Anchors, records and revisions in Neo4j (design, "Three clocks"). What is read at a revision needs no lock, since
 * nothing is overwritten but the end of a record that ends.
 */
public final class RecordStore {

	private static final String AT = "@";
	private static final int COMPLETED_AT_ONCE = 500;

	private final Statements statements;
	private final RevisionRepository revisions;

	RecordStore(Statements statements, RevisionRepository revisions) {
		this.statements = statements;
		this.revisions = revisions;
	}

	/** The newest revision's number; 0 where nothing was published yet. */
	public int head() {
		return statements
				.read(new Statement("CYPHER 25 MATCH (ledger:Ledger {id: 'ledger'}) RETURN ledger.head AS head",
						Map.of()))
				.stream().mapToInt(row -> row.get("head").asInt()).findFirst().orElse(0);
	}

	/** The revision of this number, if there is one. */
	public Optional<Revision> revision(int number) {
		return statements.translated(() -> revisions.findById(number));
	}

	/** The revision that was the newest at {@code time}; 0 where nothing was published yet. */
	public int headAt(Instant time) {
		return statements.translated(() -> revisions.findNewestAt(time.atZone(ZoneOffset.UTC))).map(Revision::number)
				.orElse(0);
	}

	/** How many live records of each type the newest revision has, by the names of the types. */
	public Map<String, Integer> census() {
		return rows("""
			CYPHER 25
			MATCH (record:Record) WHERE record.until = $never
			RETURN record.type AS type, count(*) AS records ORDER BY type""", Map.of("never", LivePredicate.NEVER))
				.stream()
				.collect(Collectors.toMap(row -> row.get("type").asString(), row -> row.get("records").asInt()));
	}

	/**
	 * Looks whether the graph has a journal.
	 *
	 * @throws GraphSchemaException if it was written by a version of Imprimatur that kept none
	 */
	public void requireJournal() {
		boolean missing = rows("""
			CYPHER 25
			MATCH (revision:Revision) WHERE revision.chainDigest IS NULL
			RETURN count(*) > 0 AS missing""", Map.of()).getFirst().get("missing").asBoolean();
		if (missing) {
			throw new GraphSchemaException("This graph was written by a version of Imprimatur that kept no journal.",
					"Move it away: all that is in it came from the dossiers, and is published anew.");
		}
	}

	/** Writes what records are searched by, where they are of a version of Imprimatur that searched otherwise. */
	public void completeSearch() {
		List<Map<String, Object>> missing = rows("""
			CYPHER 25
			MATCH (record:Record) WHERE record.keys IS NULL
			RETURN record.id AS id, record.since AS since""", Map.of()).stream().map(Record::asMap).toList();
		for (int from = 0; from < missing.size(); from += COMPLETED_AT_ONCE) {
			List<Map<String, Object>> states = missing.subList(from,
					Math.min(from + COMPLETED_AT_ONCE, missing.size()));
			List<Map<String, Object>> searched = rows("""
				CYPHER 25
				UNWIND $states AS state
				MATCH (record:Record {id: state.id, since: state.since})
				RETURN record.id AS id, record.since AS since, record.content AS content""", Map.of("states", states))
					.stream().map(row -> Map.<String, Object>of("id", row.get("id").asString(), "since",
							row.get("since").asInt(), "properties", SearchedProperties.of(entity(row))))
					.toList();
			statements.run(new Statement("""
				CYPHER 25
				UNWIND $states AS state
				MATCH (record:Record {id: state.id, since: state.since})
				SET record += state.properties""", Map.of("states", searched)));
		}
	}

	/**
	 * The dossiers that a revision touched which did not come with a version of Imprimatur, after the last at which
	 * they were as a version has them.
	 */
	public Set<String> curated() {
		Map<String, Integer> shipped = shipped();
		return rows("""
			CYPHER 25
			MATCH (revision:Revision) WHERE revision.cause <> $shipped
			CALL (revision) {
				MATCH (state:Record {since: revision.number}) RETURN state.dossier AS dossier
				UNION
				MATCH (state:Record {until: revision.number}) RETURN state.dossier AS dossier
				UNION
				MATCH (state:Withdrawal {since: revision.number}) RETURN state.dossier AS dossier
			}
			RETURN dossier, max(revision.number) AS last""", Map.of("shipped", Cause.SHIPPED.name())).stream()
				.filter(row -> row.get("last").asInt() > shipped.getOrDefault(row.get("dossier").asString(), 0))
				.map(row -> row.get("dossier").asString()).collect(Collectors.toSet());
	}

	/** Keeps in mind that dossiers are, at the newest revision, as a version of Imprimatur has them. */
	public void keepAsShipped(Collection<String> dossiers) {
		Map<String, Integer> shipped = shipped();
		int head = head();
		dossiers.forEach(it -> shipped.put(it, head));
		statements.run(new Statement("CYPHER 25 MATCH (ledger:Ledger {id: 'ledger'}) SET ledger.shipped = $shipped",
				Map.of("shipped", shipped.entrySet().stream().map(it -> it.getKey() + AT + it.getValue()).toList())));
	}

	private Map<String, Integer> shipped() {
		Map<String, Integer> shipped = new TreeMap<>();
		rows("CYPHER 25 MATCH (ledger:Ledger {id: 'ledger'}) UNWIND ledger.shipped AS dossier RETURN dossier", Map.of())
				.forEach(row -> {
					String[] parts = row.get("dossier").asString().split(AT, 2);
					shipped.put(parts[0], Integer.valueOf(parts[1]));
				});
		return shipped;
	}

	/** What all dossiers held at a revision, each in the order of its entities' ids. */
	public List<DossierContents> contents(int revision) {
		return contents(revision, LivePredicate.predicate("record"), at(revision));
	}

	/** What one dossier held at a revision, if there was such a dossier. */
	public Optional<DossierContents> contents(int revision, String dossier) {
		return contents(revision, LivePredicate.predicate("record") + " AND record.dossier = $dossier",
				Map.of(LivePredicate.REVISION, revision, "dossier", dossier)).stream().findFirst();
	}

	private List<DossierContents> contents(int revision, String which, Map<String, Object> parameters) {
		Map<String, List<Entity>> entities = rows("""
			CYPHER 25
			MATCH (record:Record) WHERE %s
			RETURN record.id AS id, record.dossier AS dossier, record.content AS content ORDER BY id"""
				.formatted(which), parameters).stream().collect(Collectors.groupingBy(
						row -> row.get("dossier").asString(), TreeMap::new,
						Collectors.mapping(RecordStore::entity, Collectors.toList())));
		Map<String, List<Withdrawal>> withdrawn = withdrawn(revision).values().stream()
				.sorted((one, other) -> one.id().compareTo(other.id()))
				.collect(Collectors.groupingBy(Withdrawn::dossier, Collectors.mapping(RecordStore::withdrawal,
						Collectors.toList())));
		return entities.entrySet().stream()
				.map(it -> contents(it.getValue(), withdrawn.getOrDefault(it.getKey(), List.of()))).toList();
	}

	private static Withdrawal withdrawal(Withdrawn it) {
		return new Withdrawal(it.id(), it.reason(), it.successor() == null ? null : new Ref<>(it.successor()));
	}

	private static DossierContents contents(List<Entity> entities, List<Withdrawal> withdrawn) {
		Map<Boolean, List<Entity>> parted = entities.stream()
				.collect(Collectors.partitioningBy(Dossier.class::isInstance));
		return new DossierContents((Dossier) parted.getOrDefault(true, List.of()).getFirst(),
				parted.getOrDefault(false, List.of()), withdrawn);
	}

	/** What began each record that is live at a revision, by the id of its entity. */
	public Map<String, Begun> live(int revision) {
		Map<String, Begun> live = new HashMap<>();
		rows("""
			CYPHER 25
			MATCH (record:Record) WHERE %s
			RETURN record.id AS id, record.dossier AS dossier, record.digest AS digest"""
				.formatted(LivePredicate.predicate("record")), at(revision))
				.forEach(row -> live.put(row.get("id").asString(), new Begun(row.get("id").asString(),
						row.get("dossier").asString(), row.get("digest").asString())));
		return live;
	}

	/** The withdrawals that stand at a revision, by the id that was withdrawn. */
	public Map<String, Withdrawn> withdrawn(int revision) {
		Map<String, Withdrawn> withdrawn = new HashMap<>();
		rows("""
			CYPHER 25
			MATCH (withdrawal:Withdrawal) WHERE %s
			RETURN withdrawal, [(withdrawal)-[:MERGED_INTO]->(it) | it.id] AS successors"""
				.formatted(LivePredicate.predicate("withdrawal")), at(revision)).forEach(row -> {
					Value withdrawal = row.get("withdrawal");
					String id = withdrawal.get("id").asString();
					withdrawn.put(id, new Withdrawn(id, withdrawal.get("dossier").asString(),
							withdrawal.get("reason").asString(), row.get("successors").asList(Value::asString).stream()
									.findFirst().orElse(null)));
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

	/** What was changed after one revision until another, by the id of the entity. */
	public Map<String, LastChange> changedBetween(int after, int revision) {
		Map<String, LastChange> changed = new HashMap<>();
		rows("""
			CYPHER 25
			MATCH (state:Record|Withdrawal) WHERE %s AND %s
			RETURN state.id AS id, state.since AS since, state.content AS content"""
				.formatted(LivePredicate.begunAfter("state", "$after"), LivePredicate.predicate("state")),
				Map.of("after", after, LivePredicate.REVISION, revision))
				.forEach(row -> changed.put(row.get("id").asString(), lastChange(row)));
		return changed;
	}

	private static LastChange lastChange(Record row) {
		return new LastChange(row.get("since").asInt(),
				row.get("content").isNull() ? Set.of() : References.of(entity(row)));
	}

	/** Takes away what an import left that was cut off before it was concluded, which no reader has seen. */
	public void discardUnfinished() {
		run("""
			CYPHER 25
			MATCH (ledger:Ledger {id: 'ledger'})
			MATCH (state:Record|Withdrawal|JournalPage)
			WHERE %s OR state.revision > ledger.head
			CALL (state) {
				OPTIONAL MATCH (state)-->(part:Part)
				DETACH DELETE part, state
			} IN TRANSACTIONS OF 10000 ROWS""".formatted(LivePredicate.begunAfter("state", "ledger.head")));
		// An anchor is made with the first thing that leads to it.
		run("""
			CYPHER 25
			MATCH (anchor:Entity) WHERE NOT EXISTS { (anchor)<--() }
			CALL (anchor) { DELETE anchor } IN TRANSACTIONS OF 10000 ROWS""");
	}

	/**
	 * Has Neo4j count what there is, and plan all statements anew. What was planned for a graph that held next to
	 * nothing takes minutes in a full one, and Neo4j itself finds that out too late for whoever asks first.
	 */
	public void countAnew() {
		statements.run(new Statement("CYPHER 25 CALL db.prepareForReplanning()", Map.of()));
	}

	/** Does {@code work} in one transaction that no other publication can come between: all of it or nothing. */
	public <T> T underLock(Function<RecordWriter, T> work) {
		return statements.inTransaction(() -> work.apply(RecordWriter.locked(statements, revisions)));
	}

	private List<Record> rows(String text, Map<String, Object> parameters) {
		return statements.rows(new Statement(text, parameters));
	}

	private void run(String text) {
		statements.run(new Statement(text, Map.of()));
	}

	private static Map<String, Object> at(int revision) {
		return Map.of(LivePredicate.REVISION, revision);
	}

	private static Entity entity(Record row) {
		return CanonicalForm.read(row.get("id").asString(), row.get("content").asString());
	}
}
