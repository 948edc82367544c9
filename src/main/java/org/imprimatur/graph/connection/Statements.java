package org.imprimatur.graph.connection;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.types.MapAccessor;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.transaction.Neo4jTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way to Neo4j. Selections and walks, which a client waits for, go straight to a graph in this process, or else
 * to the driver; what the ledger and the schema say goes through Spring Data's client, so that it takes part in the
 * transaction under way. Whatever any of them runs into is tried again or told here, and nowhere else (decision 10).
 */
public final class Statements {

	/** As long as a visitor waits without wondering. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/** Naming the database spares the driver a round trip to ask for it (design, "The API"). */
	public static final String DATABASE = "neo4j";

	private static final int EVERYTHING_AT_ONCE = -1;
	private static final int ROWS_AT_ONCE = 500;

	private final Driver driver;
	private final Neo4jClient client;
	private final TransactionTemplate transactions;
	private final TransactionConfig limits;
	private final Duration timeout;
	private final Optional<GraphInProcess> inProcess;
	private final Planning planning;

	/**
	 * Statements to a database.
	 *
	 * @param timeout how long a read may take, its planning included
	 * @param inProcess the same graph, if it runs in this process
	 */
	public Statements(Driver driver, Neo4jClient client, Neo4jTransactionManager transactions, Duration timeout,
			Optional<GraphInProcess> inProcess) {
		this.driver = driver;
		this.client = client;
		this.transactions = new TransactionTemplate(transactions);
		this.timeout = timeout;
		this.inProcess = inProcess;
		this.limits = TransactionConfig.builder().withTimeout(timeout).build();
		this.planning = new Planning(PATIENCE, timeout);
	}

	/**
	 * Reads in one round trip at most, held to the limits of planning and time.
	 *
	 * @throws TooMuchPlanned if the text was not seen before, and too many such are under way
	 * @throws ReadTimedOut if it takes too long
	 * @throws GraphUnavailable if no server answers
	 */
	public List<MapAccessor> read(Statement statement) {
		return planning.of(statement.text(), () -> attempt(() -> inProcess.map(graph -> graph.read(statement, timeout))
				.orElseGet(() -> overBolt(statement))));
	}

	/** Whether the graph is in this process, where a step from node to node costs no round trip. */
	public boolean isInProcess() {
		return inProcess.isPresent();
	}

	/**
	 * Walks through a graph that is in this process.
	 *
	 * @param walk is given its nodes, which it may not keep
	 * @throws ReadTimedOut if it takes too long
	 * @throws GraphUnavailable if the graph does not answer
	 */
	public <T> T walk(Function<StoredNodes, T> walk) {
		return attempt(() -> inProcess.orElseThrow().walk(walk, timeout));
	}

	/**
	 * Walks on from where a statement starts in a graph that is in this process.
	 *
	 * @param start has one row, which the walk is given
	 * @throws TooMuchPlanned if the text was not seen before, and too many such are under way
	 * @throws ReadTimedOut if both take too long together
	 * @throws GraphUnavailable if the graph does not answer
	 */
	public <T> T walk(Statement start, BiFunction<Map<String, @Nullable Object>, StoredNodes, T> walk) {
		return planning.of(start.text(), () -> walk(nodes -> walk.apply(nodes.row(start), nodes)));
	}

	private List<MapAccessor> overBolt(Statement statement) {
		return inSession(EVERYTHING_AT_ONCE, session -> session
				.run(statement.text(), statement.parameters(), limits).<MapAccessor>list(row -> row));
	}

	/**
	 * Hands over rows one after the other, as many as there may be, for as long as that takes.
	 *
	 * @throws GraphUnavailable if no server answers
	 */
	public void stream(String text, Consumer<Record> consumer) {
		translated(() -> inSession(ROWS_AT_ONCE, session -> {
			session.run(text).forEachRemaining(consumer);
			return text;
		}));
	}

	/**
	 * The rows of a statement of the ledger or the schema, read in the transaction under way, or else in one of its
	 * own.
	 *
	 * @throws GraphUnavailable if no server answers
	 */
	public List<Record> rows(Statement statement) {
		return translated(() -> List.copyOf(client.query(statement.text()).bindAll(statement.parameters())
				.fetchAs(Record.class).mappedBy((types, row) -> row).all()));
	}

	/**
	 * Runs a statement of the ledger or the schema that has no rows, in the transaction under way, or else by itself.
	 *
	 * @throws GraphUnavailable if no server answers
	 */
	public void run(Statement statement) {
		translated(() -> client.query(statement.text()).bindAll(statement.parameters()).run());
	}

	/**
	 * Does all of some work in one transaction, or nothing of it.
	 *
	 * @throws GraphUnavailable if no server answers
	 */
	public <T> T inTransaction(Supplier<T> work) {
		return attempt(() -> Objects.requireNonNull(transactions.execute(status -> work.get())));
	}

	/** Does what a repository of Spring Data does, and tells what goes wrong as that of any other statement is told. */
	public <T extends @Nullable Object> T translated(Supplier<T> work) {
		try {
			return work.get();
		} catch (RuntimeException e) {
			throw Failures.translated(e, timeout);
		}
	}

	/** What failed in passing was undone by the server, and is done once more. */
	private <T> T attempt(Supplier<T> work) {
		return translated(() -> {
			try {
				return work.get();
			} catch (RuntimeException e) {
				if (Failures.isPassing(e)) {
					return work.get();
				}
				throw e;
			}
		});
	}

	private <T> T inSession(int fetchSize, Function<Session, T> work) {
		SessionConfig config = SessionConfig.builder().withDatabase(DATABASE).withDefaultAccessMode(AccessMode.READ)
				.withFetchSize(fetchSize).build();
		try (Session session = driver.session(config)) {
			return work.apply(session);
		}
	}
}
