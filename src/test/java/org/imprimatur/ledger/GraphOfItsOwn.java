package org.imprimatur.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.imprimatur.embedded.EmbeddedNeo4j;
import org.imprimatur.graph.GraphRooms;
import org.imprimatur.graph.audit.LedgerReader;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.graph.schema.GraphSchema;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.NotificationSeverity;

/** An embedded graph for tests that must not find what others published. */
public final class GraphOfItsOwn implements AutoCloseable {

	private final EmbeddedNeo4j neo4j;
	private final Driver driver;
	private final GraphRooms rooms;
	private final RecordStore records;

	public GraphOfItsOwn(Path directory) {
		neo4j = new EmbeddedNeo4j(directory);
		driver = driver(port());
		rooms = new GraphRooms(driver);
		records = rooms.door(RecordStore.class);
		rooms.door(GraphSchema.class).apply();
	}

	/** A driver that reaches the graph at a port, and does not try again. */
	Driver driver(int port) {
		return GraphDatabase.driver("bolt://127.0.0.1:" + port,
				AuthTokens.basic(neo4j.username(), neo4j.password()),
				Config.builder().withLogging(Logging.none()).withMinimumNotificationSeverity(NotificationSeverity.OFF)
						.withMaxTransactionRetryTime(0, TimeUnit.SECONDS).build());
	}

	Driver driver() {
		return driver;
	}

	int port() {
		return neo4j.uri().getPort();
	}

	public RecordStore records() {
		return records;
	}

	public static Ledger ledger(RecordStore records, Clock clock) {
		return new Ledger(records, new Head(records), clock, DiskSpace.UNKNOWN);
	}

	/** Writes a copy, and says which revision it holds. */
	int backup(Path file) throws IOException {
		return neo4j.backup(file);
	}

	/** Whether all of it is as it was published. */
	public boolean isWhole() {
		return !(verdict() instanceof Verdict.Tampered);
	}

	/** What verification says. */
	Verdict verdict() {
		return verdict(driver);
	}

	static Verdict verdict(Driver driver) {
		return new Verification(new LedgerReader(GraphRooms.statements(driver))).verify((revisions, states) -> {
		});
	}

	/** Takes everything away but the schema. */
	void empty() {
		try (var session = driver.session()) {
			session.run("MATCH (node) WHERE NOT node:SchemaFile CALL (node) { DETACH DELETE node } IN TRANSACTIONS")
					.consume();
		}
	}

	@Override
	public void close() {
		rooms.close();
		neo4j.close();
	}
}
