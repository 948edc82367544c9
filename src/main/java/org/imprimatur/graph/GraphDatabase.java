package org.imprimatur.graph;

import org.neo4j.driver.AccessMode;
import org.neo4j.driver.SessionConfig;

/** How sessions are opened. Naming the database spares the driver a round trip to ask for it (design §5). */
final class GraphDatabase {

	private static final String NAME = "neo4j";
	private static final long EVERYTHING_AT_ONCE = -1;

	static final SessionConfig READ = SessionConfig.builder().withDatabase(NAME)
			.withDefaultAccessMode(AccessMode.READ).withFetchSize(EVERYTHING_AT_ONCE).build();
	static final SessionConfig WRITE = SessionConfig.builder().withDatabase(NAME)
			.withDefaultAccessMode(AccessMode.WRITE).build();

	private GraphDatabase() {
	}
}
