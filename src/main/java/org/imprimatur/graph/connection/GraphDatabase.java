package org.imprimatur.graph.connection;

import java.util.function.Function;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/** How sessions are opened. Naming the database spares the driver a round trip to ask for it (design, "The API"). */
public final class GraphDatabase {

	private static final String NAME = "neo4j";
	private static final long EVERYTHING_AT_ONCE = -1;
	private static final long ROWS_AT_ONCE = 500;

	public static final SessionConfig READ = SessionConfig.builder().withDatabase(NAME)
			.withDefaultAccessMode(AccessMode.READ).withFetchSize(EVERYTHING_AT_ONCE).build();
	/** For what need not be held all at once. */
	public static final SessionConfig STREAM = SessionConfig.builder().withDatabase(NAME)
			.withDefaultAccessMode(AccessMode.READ).withFetchSize(ROWS_AT_ONCE).build();
	public static final SessionConfig WRITE = SessionConfig.builder().withDatabase(NAME)
			.withDefaultAccessMode(AccessMode.WRITE).build();

	private GraphDatabase() {
	}

	/**
	 * Reads with a session of its own.
	 *
	 * @throws GraphUnavailable if no server answers
	 */
	public static <T> T read(Driver driver, Function<Session, T> reading) {
		try (Session session = driver.session(READ)) {
			return reading.apply(session);
		} catch (ServiceUnavailableException | SessionExpiredException e) {
			throw new GraphUnavailable(e);
		}
	}
}
