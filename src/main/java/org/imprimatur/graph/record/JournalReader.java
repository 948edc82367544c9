package org.imprimatur.graph.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.connection.Statement;
import org.imprimatur.graph.connection.Statements;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Entity;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;
import org.neo4j.driver.types.MapAccessor;

/** Reads what our record was: its revisions, and the states that an id has had. */
public final class JournalReader {

	/** The newest first, as the index on their numbers gives them; what they changed is counted by its index. */
	private static final String REVISIONS = """
		CYPHER 25
		MATCH (revision:Revision) WHERE $oldest <= revision.number <= $newest
		WITH revision ORDER BY revision.number DESC
		RETURN revision{.*} AS revision, COUNT { (:Record {since: revision.number}) } AS stated,
			COUNT { (:Withdrawal {since: revision.number}) } AS withdrawn""";

	private static final String STATES = """
		CYPHER 25
		MATCH (:Entity {id: $id})<-[:OF]-(state:Record|Withdrawal) WHERE %s
		MATCH (revision:Revision {number: state.since})
		RETURN state{.*} AS state, revision{.*} AS revision, [(state)-[:MERGED_INTO]->(it) | it.id] AS successors
		ORDER BY state.since"""
			.formatted(LivePredicate.begunBy("state", "$" + LivePredicate.REVISION));

	/** From a merged id over its successors to the last of them, which is there, or was withdrawn itself. */
	private static final String WITHDRAWN = """
		CYPHER 25
		UNWIND $ids AS id
		MATCH (:Entity {id: id})
			((:Entity)<-[:OF]-(merged:Withdrawal WHERE %1$s)-[:MERGED_INTO]->(:Entity)){0,20} (last:Entity)
		WHERE NOT EXISTS { (last)<-[:OF]-(further:Withdrawal WHERE %2$s)-[:MERGED_INTO]->() }
		OPTIONAL MATCH (last)<-[:OF]-(withdrawal:Withdrawal WHERE %3$s)
		OPTIONAL MATCH (revision:Revision {number: withdrawal.since})
		RETURN id, last.id AS last, withdrawal.reason AS reason, revision{.*} AS revision,
			head(COLLECT {
				MATCH (last)<-[:OF]-(state:Record) RETURN state.name ORDER BY state.until DESC LIMIT 1
			}) AS name"""
			.formatted(LivePredicate.predicate("merged"), LivePredicate.predicate("further"),
					LivePredicate.predicate("withdrawal"));

	private final Statements statements;

	JournalReader(Statements statements) {
		this.statements = statements;
	}

	/**
	 * A revision with how much it changed.
	 *
	 * @param stated how many entities it added or changed
	 * @param withdrawn how many ids it withdrew
	 */
	public record Counted(Revision revision, int stated, int withdrawn) {
	}

	/**
	 * One state that an id has had.
	 *
	 * @param revision the revision that it began with
	 * @param dossier the id of the dossier in which it had its place
	 * @param entity what it was; absent where it was withdrawn
	 * @param digest the digest of its canonical form; absent where it was withdrawn
	 * @param reason why it was withdrawn
	 * @param successor the id of what it was merged into
	 */
	public record State(Revision revision, String dossier, @Nullable Entity entity, @Nullable String digest,
			@Nullable String reason, @Nullable String successor) {
	}

	/** What became of an id that nothing has any more. */
	public sealed interface Fate {

		/** It was merged into what has this id. */
		record Merged(String successor) implements Fate {
		}

		/** It, or what it was merged into, was withdrawn; {@code name} is what it was called last. */
		record Gone(String id, String name, String reason, Revision revision) implements Fate {
		}
	}

	/** The revisions from one to an older one, both inclusive, the newest first. */
	public List<Counted> revisions(int newest, int oldest) {
		return statements.read(new Statement(REVISIONS, Map.of("newest", newest, "oldest", oldest))).stream()
				.map(row -> new Counted(revision(row), row.get("stated").asInt(),
						row.get("withdrawn").asInt()))
				.toList();
	}

	/** The states of an id up to a revision, the oldest first; none if it never was. */
	public List<State> states(String id, int revision) {
		return statements.read(new Statement(STATES, Map.of("id", id, LivePredicate.REVISION, revision))).stream()
				.map(row -> state(id, row)).toList();
	}

	/** What became of those of the ids that were withdrawn, with one statement. */
	public Map<String, Fate> fates(Collection<String> ids, int revision) {
		Map<String, Fate> fates = new HashMap<>();
		statements.read(new Statement(WITHDRAWN, Map.of("ids", List.copyOf(ids), LivePredicate.REVISION, revision)))
				.forEach(row -> fate(row).ifPresent(fate -> fates.put(row.get("id").asString(), fate)));
		return fates;
	}

	private static Optional<Fate> fate(MapAccessor row) {
		String last = row.get("last").asString();
		if (!row.get("revision").isNull()) {
			return Optional.of(new Fate.Gone(last, row.get("name").asString(last), row.get("reason").asString(),
					revision(row)));
		}
		return last.equals(row.get("id").asString()) ? Optional.empty() : Optional.of(new Fate.Merged(last));
	}

	private static State state(String id, MapAccessor row) {
		Value state = row.get("state");
		Revision revision = revision(row);
		String dossier = state.get("dossier").asString();
		return state.get(Projection.CONTENT).isNull()
				? new State(revision, dossier, null, null, state.get("reason").asString(),
						row.get("successors").asList(Value::asString).stream().findFirst().orElse(null))
				: new State(revision, dossier, CanonicalForm.read(id, state.get(Projection.CONTENT).asString()),
						state.get("digest").asString(), null, null);
	}

	private static Revision revision(MapAccessor row) {
		Value it = row.get("revision");
		return new Revision(it.get("number").asInt(), it.get("time").asZonedDateTime().toInstant(),
				it.get("author").asString(), it.get("message").asString(), Cause.valueOf(it.get("cause").asString()),
				it.get("contentDigest").asString(), it.get("chainDigest").asString());
	}
}
