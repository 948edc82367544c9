package org.imprimatur.embedded;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.imprimatur.embedded.KnownNodes.Written;
import org.imprimatur.graph.connection.GraphInProcess;
import org.imprimatur.graph.connection.Statement;
import org.imprimatur.graph.connection.StoredNodes;
import org.neo4j.driver.Values;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.TransientException;
import org.neo4j.driver.types.MapAccessor;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.neo4j.kernel.api.exceptions.Status;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.storageengine.api.TransactionIdStore;

/**
 * Reads the embedded graph by calling it. Each read has a thread of the operating system's, which shares the processors
 * among them: on virtual threads a few that take long would keep all others waiting.
 */
final class ReadsInProcess implements GraphInProcess, AutoCloseable {

	private static final int AT_ONCE = 64;
	/** So many times what is known fits into the heap. */
	private static final int PART_OF_MEMORY = 16;

	private final GraphDatabaseService database;
	private final TransactionIdStore transactions;
	private volatile KnownNodes known;
	private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE,
			Thread.ofPlatform().daemon().name("graph-read-", 0).factory());

	ReadsInProcess(GraphDatabaseAPI database) {
		this.database = database;
		this.transactions = database.getDependencyResolver().resolveDependency(TransactionIdStore.class);
		this.known = new KnownNodes(Written.to(transactions), Runtime.getRuntime().maxMemory() / PART_OF_MEMORY);
	}

	@Override
	public List<MapAccessor> read(Statement statement, Duration timeout) {
		return inTransaction(timeout, transaction -> {
			try (Result rows = transaction.execute(statement.text(), statement.parameters())) {
				return rows.stream().<MapAccessor>map(Values::value).toList();
			}
		});
	}

	@Override
	public <T> T walk(Function<StoredNodes, T> walk, Duration timeout) {
		return inTransaction(timeout, transaction -> walk.apply(new NodesInProcess(transaction, known())));
	}

	/** Two that find it outdated at once may each begin anew, and one of these stays. */
	private KnownNodes known() {
		KnownNodes current = known.at(Written.to(transactions));
		known = current;
		return current;
	}

	/** The transaction is never committed. */
	private <T> T inTransaction(Duration timeout, Function<Transaction, T> reading) {
		try {
			return threads.submit(() -> {
				try (Transaction transaction = database.beginTx(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
					return reading.apply(transaction);
				}
			}).get();
		} catch (RejectedExecutionException e) {
			throw new ServiceUnavailableException("the graph is closed", e);
		} catch (ExecutionException e) {
			throw asOfTheDriver(e.getCause() == null ? e : e.getCause());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new ServiceUnavailableException("interrupted", e);
		}
	}

	private static Neo4jException asOfTheDriver(Throwable failure) {
		Status status = switch (failure) {
			case OutOfMemoryError full -> Status.General.OutOfMemoryError;
			// What an interrupted publication left is discarded by the next, maybe while a walk comes by: it passes.
			case NotFoundException gone -> Status.Transaction.Outdated;
			default -> Status.statusCodeOf(failure);
		};
		String code = (status == null ? Status.General.UnknownError : status).code().serialize();
		String message = String.valueOf(failure.getMessage());
		if (status == Status.General.DatabaseUnavailable) {
			return new ServiceUnavailableException(message, failure);
		}
		return switch (code.split("\\.")[1]) {
			case "TransientError" -> new TransientException(code, message);
			case "ClientError" -> new ClientException(code, message);
			default -> new Neo4jException(code, message, failure);
		};
	}

	@Override
	public void close() {
		threads.close();
	}
}
