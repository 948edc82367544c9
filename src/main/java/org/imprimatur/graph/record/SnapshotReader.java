package org.imprimatur.graph.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.connection.Statement;
import org.imprimatur.graph.connection.Statements;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Kind;
import org.neo4j.driver.types.MapAccessor;

/** Reads the whole graph as it stood at a revision. */
public final class SnapshotReader {

	/**
	 * Ids of a kind are a range of the index on records, in its order: a page reads no more than itself. Each page is a
	 * statement of its own, so that a slow reader holds no transaction; records never change, so that all of them still
	 * show one revision.
	 */
	private static final String PAGE = """
		CYPHER 25
		MATCH (record:Record) WHERE record.id > $after AND record.id < $end AND %s
		RETURN record.id AS id, record.content AS content ORDER BY id LIMIT $size"""
			.formatted(LivePredicate.predicate("record"));

	private static final String FIND = """
		CYPHER 25
		UNWIND $ids AS wanted
		MATCH (record:Record {id: wanted}) WHERE %s
		RETURN record.id AS id, record.content AS content""".formatted(LivePredicate.predicate("record"));

	private final Statements statements;
	private final RecordStore records;
	private final int pageSize;

	/**
	 * A reader.
	 *
	 * @param pageSize how many entities are read at a time
	 */
	public SnapshotReader(Statements statements, RecordStore records, int pageSize) {
		this.statements = statements;
		this.records = records;
		this.pageSize = pageSize;
	}

	/** The graph at a revision, if there is one of that number. */
	public Optional<Snapshot> at(int number) {
		return records.revision(number).map(At::new);
	}

	private final class At implements Snapshot {

		private final Revision revision;

		private At(Revision revision) {
			this.revision = revision;
		}

		@Override
		public Revision revision() {
			return revision;
		}

		@Override
		public Iterable<List<Entity>> pages(Kind kind) {
			return () -> Stream.iterate(page(kind, kind.prefix() + "/"), page -> !page.isEmpty(),
					page -> page.size() < pageSize ? List.of() : page(kind, page.getLast().id())).iterator();
		}

		private List<Entity> page(Kind kind, String after) {
			String end = kind.prefix() + (char) ('/' + 1);
			return entities(
					new Statement(PAGE, Map.of("after", after, "end", end, "size", pageSize, LivePredicate.REVISION,
							revision.number())));
		}

		@Override
		public List<Entity> find(Collection<String> ids) {
			return ids.isEmpty()
					? List.of()
					: entities(new Statement(FIND,
							Map.of("ids", List.copyOf(ids), LivePredicate.REVISION, revision.number())));
		}

		private List<Entity> entities(Statement statement) {
			return statements.read(statement).stream().map(At::entity).toList();
		}

		private static Entity entity(MapAccessor row) {
			return CanonicalForm.read(row.get("id").asString(), row.get("content").asString());
		}
	}
}
