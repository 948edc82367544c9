package org.imprimatur.graph.audit;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.graph.connection.Statements;
import org.imprimatur.graph.record.Cause;
import org.imprimatur.graph.record.Revision;
import org.imprimatur.knowledge.Kind;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Reads all that there is in the graph, to be held against the journal. Nothing is taken to be as it should be: what
 * publishing would not have written so is read with its flaw. Rows stream, so that the size of the graph does not
 * matter.
 */
public final class LedgerReader {

	/** What stands for a revision that no whole number names. */
	public static final long NO_REVISION = -1;

	/** The end of what has not ended. */
	public static final long NEVER = LivePredicate.NEVER;

	private static final String LEDGER = "CYPHER 25 MATCH (ledger:Ledger) RETURN ledger AS node";

	private static final String REVISIONS = "CYPHER 25 MATCH (revision:Revision) RETURN revision AS node";

	/** In the order of the index. A page that is not in it is not counted, and is found among the strays. */
	private static final String PAGES = """
		CYPHER 25
		MATCH (page:JournalPage) WHERE page.revision IS NOT NULL AND page.number IS NOT NULL
		RETURN page AS node ORDER BY page.revision, page.number""";

	/** Each with all that leads from it and from its parts: one pass, with no more rows than there are states. */
	private static final String STATES = """
		CYPHER 25
		MATCH (state:Record|Withdrawal)
		RETURN state AS node, COLLECT {
			MATCH (state)-[link]->(other)
			RETURN [link, other, COLLECT {
				MATCH (other:Part)-[inner]->(held)
				RETURN [inner, held, COLLECT { MATCH (held:Part)-[last]->(anchor) RETURN [last, anchor, []] }]
			}]
		} AS links""";

	private static final String ANCHORS = "CYPHER 25 MATCH (anchor:Entity) RETURN anchor AS node";

	/** The database keeps these counts. */
	private static final String SIZE = """
		CYPHER 25
		CALL () { MATCH (node) RETURN count(node) AS nodes }
		CALL () { MATCH (file:SchemaFile) RETURN count(file) AS files }
		CALL () { MATCH ()-[link]->() RETURN count(link) AS links }
		RETURN nodes - files AS nodes, links""";

	/** Two records that share a part look as they should, each by itself. */
	private static final String SHARED_PART = """
		CYPHER 25
		MATCH (part:Part) WHERE COUNT { (part)<--() } <> 1
		OPTIONAL MATCH (holder)-->(part)
		WITH part, holder ORDER BY holder.since, holder.id
		WITH part, collect(holder) AS holders
		RETURN head(holders).since AS revision, head(holders).id AS id,
			'part ' + head([it IN labels(part) WHERE it <> 'Part'])
			+ ' of ' + CASE size(holders) WHEN 0 THEN 'nothing'
				ELSE reduce(ids = coalesce(head(holders).id, 'a part'), it IN tail(holders)
					| ids + ' and ' + coalesce(it.id, 'a part')) END AS what
		ORDER BY revision, id LIMIT 1""";

	/** A scan of everything, for when there is more than there should be. */
	private static final String STRAY = """
		CYPHER 25
		CALL () {
			MATCH (node)
			WHERE NOT (node:Ledger OR node:Revision OR node:Record OR node:Withdrawal OR node:Entity OR node:Part
				OR node:SchemaFile OR (node:JournalPage AND node.revision IS NOT NULL AND node.number IS NOT NULL))
			RETURN node.revision AS revision, node.id AS id,
				'node ' + coalesce(head(labels(node)), 'without a label') AS what
			UNION ALL
			MATCH (from)-[link]->(to) WHERE NOT (from:Record OR from:Withdrawal OR from:Part)
			RETURN null AS revision, coalesce(from.id, to.id) AS id, 'relationship ' + type(link) AS what
		}
		RETURN revision, id, what ORDER BY revision, id, what LIMIT 1""";

	private final Statements statements;

	public LedgerReader(Statements statements) {
		this.statements = statements;
	}

	/**
	 * The ledger's own node.
	 *
	 * @param head the newest revision's number; 0 where nothing was published yet
	 * @param flaw how the node is not as publishing writes it
	 */
	public record LedgerNode(long head, @Nullable String flaw) {
	}

	/**
	 * A revision's node.
	 *
	 * @param revision what it tells; absent if the node is not as publishing writes it
	 */
	public record RevisionNode(long number, @Nullable Revision revision) {
	}

	/**
	 * A page of a revision's journal.
	 *
	 * @param lines what the revision changed
	 * @param flaw how the node is not as publishing writes it
	 */
	public record PageNode(long revision, long number, List<String> lines, @Nullable String flaw) {
	}

	/**
	 * A record or a withdrawal.
	 *
	 * @param since the revision that began it
	 * @param until the revision that ended it, or {@link #NEVER}
	 * @param line the journal's line for what it says: its dossier and its content, or why it was withdrawn
	 * @param flaw how its node, its relationships or its parts are not what its content says
	 * @param references the ids of the anchors that it leads to
	 * @param parts how many parts it has
	 * @param links how many relationships lead from it and from its parts
	 */
	public record StateNode(@Nullable String id, long since, long until, String line, @Nullable String flaw,
			Set<String> references, int parts, int links) {
	}

	/**
	 * An anchor.
	 *
	 * @param begun whether it has the label of its kind, as has what ever had a record
	 * @param flaw how the node is not as publishing writes it
	 */
	public record AnchorNode(@Nullable String id, boolean begun, @Nullable String flaw) {
	}

	/** How many nodes and relationships there are, apart from what the graph's schema keeps of its files. */
	public record Size(long nodes, long links) {
	}

	/** What publishing writes nowhere. */
	public record Stray(long revision, @Nullable String id, String what) {
	}

	/** The ledger's node; if there is none, nothing was published yet. */
	public LedgerNode ledger() {
		List<FoundNode> nodes = nodes(LEDGER);
		if (nodes.isEmpty()) {
			return new LedgerNode(0, null);
		}
		FoundNode node = nodes.getFirst();
		long head = node.number("head");
		Map<String, Object> expected = new HashMap<>(Map.of("id", "ledger", "head", head));
		// Which dossiers were as a version has them is nothing that was published.
		expected.computeIfAbsent("shipped", node.properties()::get);
		return new LedgerNode(head, nodes.size() == 1 && node.equals(new FoundNode(Set.of("Ledger"), expected))
				? null
				: "The node that names the newest revision was changed");
	}

	/** All revisions, in no order. */
	public List<RevisionNode> revisions() {
		return nodes(REVISIONS).stream().map(node -> {
			Revision revision = revision(node);
			boolean sound = revision != null
					&& node.equals(new FoundNode(Set.of("Revision"), properties(revision)));
			return new RevisionNode(node.number("number"), sound ? revision : null);
		}).toList();
	}

	/** What a revision's node tells; nothing if a property is missing, or is of another type. */
	private static @Nullable Revision revision(FoundNode node) {
		try {
			return new Revision(Math.toIntExact(node.number("number")),
					((ZonedDateTime) Objects.requireNonNull(node.properties().get("time"))).toInstant(),
					text(node, "author"), text(node, "message"), Cause.valueOf(text(node, "cause")),
					text(node, "contentDigest"), text(node, "chainDigest"));
		} catch (RuntimeException e) {
			return null;
		}
	}

	private static String text(FoundNode node, String key) {
		return Objects.requireNonNull(node.text(key));
	}

	/** The properties of a revision's node, as publishing writes them. */
	private static Map<String, Object> properties(Revision revision) {
		return Map.of("number", (long) revision.number(), "time", revision.time().atZone(ZoneOffset.UTC), "author",
				revision.author(), "message", revision.message(), "cause", revision.cause().name(), "contentDigest",
				revision.contentDigest(), "chainDigest", revision.chainDigest());
	}

	/** All pages of the journal, in the order of their revisions and numbers. */
	public List<PageNode> pages() {
		return nodes(PAGES).stream().map(node -> {
			List<String> lines = node.texts("entries");
			boolean sound = node.has(Set.of("JournalPage"), Set.of("revision", "number", "entries"));
			return new PageNode(node.number("revision"), node.number("number"), lines,
					sound && !lines.isEmpty() ? null : "is not as it was written");
		}).toList();
	}

	/** Hands over all records and withdrawals, in no order. */
	public void states(Consumer<StateNode> consumer) {
		statements.stream(STATES, row -> consumer.accept(StateReading.read(row)));
	}

	/** Hands over all anchors, in no order. */
	public void anchors(Consumer<AnchorNode> consumer) {
		statements.stream(ANCHORS, row -> {
			FoundNode node = FoundNode.of(row.get("node"));
			String id = node.text("id");
			boolean bare = node.labels().equals(Set.of("Entity"));
			boolean ofItsKind = id != null && Kind.find(id)
					.filter(kind -> node.labels().equals(Set.of("Entity", kind.label()))).isPresent();
			consumer.accept(new AnchorNode(id, ofItsKind, (bare || ofItsKind) && node.properties().keySet().equals(
					Set.of("id")) ? null : "has labels or properties that it should not have"));
		});
	}

	/** How large the graph is. */
	public Size size() {
		return one(SIZE).map(row -> new Size(row.get("nodes").asLong(), row.get("links").asLong())).orElseThrow();
	}

	/** A part that not one record alone holds, if there is one. */
	public Optional<Stray> sharedPart() {
		return one(SHARED_PART).map(LedgerReader::stray);
	}

	/** A node or relationship that is none of the ledger's, if there is one. */
	public Optional<Stray> stray() {
		return one(STRAY).map(LedgerReader::stray);
	}

	private static Stray stray(Record row) {
		FoundNode node = new FoundNode(Set.of(), row.asMap());
		return new Stray(node.number("revision"), node.text("id"), row.get("what").asString());
	}

	private List<FoundNode> nodes(String statement) {
		List<FoundNode> nodes = new ArrayList<>();
		statements.stream(statement, row -> nodes.add(FoundNode.of(row.get("node"))));
		return nodes;
	}

	private Optional<Record> one(String statement) {
		List<Record> rows = new ArrayList<>();
		statements.stream(statement, rows::add);
		return rows.stream().findFirst();
	}
}
