package org.imprimatur.graph.connection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.DatabaseException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;

/** What the failures of statements mean, however deep the driver's own is wrapped by Spring. */
final class Failures {

	/** That none became free in time, or that too many wait for one; the driver has no code for it. */
	private static final List<String> POOL_IS_FULL = List.of("Unable to acquire connection from the pool",
			"Connection pool pending acquisition queue is full");

	private Failures() {
	}

	/** Whether the server says that the same may succeed when it is tried again at once. */
	static boolean isPassing(RuntimeException failure) {
		return ofDriver(failure).filter(TransientException.class::isInstance).filter(it -> !isOutOfMemory(it))
				.isPresent();
	}

	/**
	 * The failure as whoever asks is told it.
	 *
	 * @param timeout how long a read may take
	 */
	static RuntimeException translated(RuntimeException failure, Duration timeout) {
		return ofDriver(failure).map(cause -> switch (cause) {
			case ServiceUnavailableException silent -> GraphUnavailable.silent(silent);
			case SessionExpiredException silent -> GraphUnavailable.silent(silent);
			case Neo4jException full when isFull(full) -> GraphUnavailable.busy(full);
			case Neo4jException full when isOutOfMemory(full) -> GraphUnavailable.full(full);
			case Neo4jException late when late.code().contains("TransactionTimedOut") ->
				new ReadTimedOut(timeout, late);
			// The transaction failed for the database's own reasons, such as a disk that is full.
			case DatabaseException broken -> GraphUnavailable.broken(broken);
			case ClientException frozen when frozen.code().contains("ReadOnly") -> GraphUnavailable.broken(frozen);
			default -> cause;
		}).orElse(failure);
	}

	/** All that is under way has taken the memory that there is for it. */
	private static boolean isOutOfMemory(Neo4jException failure) {
		return failure.code().contains("OutOfMemory");
	}

	private static boolean isFull(Neo4jException failure) {
		return POOL_IS_FULL.stream().anyMatch(String.valueOf(failure.getMessage())::contains);
	}

	private static Optional<Neo4jException> ofDriver(Throwable failure) {
		return Stream.iterate(failure, it -> it != null, Throwable::getCause)
				.flatMap(it -> it instanceof Neo4jException cause ? Stream.of(cause) : Stream.empty()).findFirst();
	}
}
