package org.imprimatur.embedded;

import static org.neo4j.configuration.GraphDatabaseSettings.DEFAULT_DATABASE_NAME;
import static org.neo4j.configuration.GraphDatabaseSettings.SYSTEM_DATABASE_NAME;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.DatabaseStateService;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;
import org.neo4j.io.locker.FileLockException;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Neo4j Community server in this process. It speaks Bolt on a free port of the loopback interface and lets in only
 * who knows the password that it makes at every start.
 */
public final class EmbeddedNeo4j implements AutoCloseable {

	private static final String LOOPBACK = "127.0.0.1";
	private static final int PASSWORD_BYTES = 32;
	/** The driver is closed before the database is, so that nothing is left to wait for. */
	private static final Duration BOLT_STOP = Duration.ofMillis(100);
	private static final long PAGE_CACHE_MEBIBYTES = 512;
	/** It is allocated as a whole before anything is written into it: a full disk cuts off no entry. */
	private static final long TRANSACTION_LOG_MEBIBYTES = 64;

	private static final Logger LOG = LoggerFactory.getLogger(EmbeddedNeo4j.class);

	private final Path directory;
	private final DatabaseManagementService service;
	private final String password = newPassword();

	/**
	 * Opens the database kept in {@code directory}, after recovering it if it was not closed.
	 *
	 * @throws NoGraphException if the directory cannot be opened, as when another process has it open
	 */
	public EmbeddedNeo4j(Path directory) {
		this.directory = directory.toAbsolutePath().normalize();
		DataDirectory data = new DataDirectory(this.directory);
		try {
			data.create();
			// Neo4j would see the lock, too, but only after it had written over the log of the process that has it.
			if (data.isOpen()) {
				throw new FileLockException("The graph is open", null);
			}
			service = service(this.directory);
		} catch (IOException | RuntimeException e) {
			throw unopened(this.directory, e);
		}
		try {
			requireStarted(database());
			service.database(SYSTEM_DATABASE_NAME).executeTransactionally(
					"ALTER USER neo4j SET PLAINTEXT PASSWORD $password CHANGE NOT REQUIRED",
					Map.of("password", password));
		} catch (RuntimeException e) {
			service.shutdown();
			throw unopened(this.directory, e);
		}
		LOG.info("Opened the graph in {}", this.directory);
	}

	private static DatabaseManagementService service(Path directory) {
		return new DatabaseManagementServiceBuilder(directory).setConfig(GraphDatabaseSettings.auth_enabled, true)
				// Nobody guesses the password, and whoever tries would only keep our own driver out.
				.setConfig(GraphDatabaseSettings.auth_max_failed_attempts, 0)
				.setConfig(GraphDatabaseSettings.udc_enabled, false)
				.setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(PAGE_CACHE_MEBIBYTES))
				.setConfig(GraphDatabaseSettings.keep_logical_logs, "100M size")
				.setConfig(GraphDatabaseSettings.preallocate_logical_logs, true)
				.setConfig(GraphDatabaseSettings.logical_log_rotation_threshold,
						ByteUnit.mebiBytes(TRANSACTION_LOG_MEBIBYTES))
				.setConfig(GraphDatabaseInternalSettings.out_of_disk_space_protection, true)
				// Else each statement is planned again for each length of its lists and strings, to the same end.
				.setConfig(GraphDatabaseInternalSettings.cypher_size_hint_parameters, false)
				.setConfig(BoltConnector.enabled, true)
				.setConfig(BoltConnector.enable_discovery, false)
				.setConfig(BoltConnector.server_bolt_telemetry_enabled, false)
				.setConfig(BoltConnector.listen_address, new SocketAddress(LOOPBACK, 0))
				.setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, Duration.ZERO)
				.setConfig(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, BOLT_STOP).build();
	}

	/** Neo4j goes on without a database that it could not start. */
	private static void requireStarted(GraphDatabaseAPI database) {
		DatabaseStateService<?> states = database.getDependencyResolver().resolveDependency(DatabaseStateService.class);
		states.causeOfFailure(database.databaseId()).ifPresent(cause -> {
			throw new IllegalStateException(cause);
		});
	}

	private static NoGraphException unopened(Path directory, Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null && !(cause instanceof FileLockException)) {
			cause = cause.getCause();
		}
		return cause instanceof FileLockException
				? new NoGraphException("Another process has the graph in %s open.".formatted(directory),
						"Stop that process, or set IMPRIMATUR_DATA_DIRECTORY to another directory. What it serves can"
								+ " be published to over HTTP while it runs; a Neo4j server can be shared.")
				: new NoGraphException("The graph in %s cannot be opened: %s".formatted(directory, cause),
						"""
							If its disk is full or it is not readable, mend that and try again. If files of it are \
							damaged, move it away and restore a backup, or start without one and publish anew what \
							curators had published. Neo4j tells more in %s."""
								.formatted(directory.resolve("logs").resolve("debug.log")));
	}

	GraphDatabaseAPI database() {
		return (GraphDatabaseAPI) service.database(DEFAULT_DATABASE_NAME);
	}

	/** Where the driver finds it. */
	public URI uri() {
		int port = database().getDependencyResolver()
				.resolveDependency(ConnectorPortRegister.class).getLocalAddress(ConnectorType.BOLT).getPort();
		return URI.create("bolt://%s:%d".formatted(LOOPBACK, port));
	}

	public String username() {
		return "neo4j";
	}

	public String password() {
		return password;
	}

	/**
	 * Writes a copy of the graph into a file, as {@link Backup#restore} reads it.
	 *
	 * @return the number of the revision that it holds
	 */
	public int backup(Path file) throws IOException {
		return Backup.write(database(), file);
	}

	/** Closes the database, with everything written. */
	@Override
	public void close() {
		service.shutdown();
		LOG.info("Closed the graph in {}", directory);
	}

	private static String newPassword() {
		byte[] bytes = new byte[PASSWORD_BYTES];
		new SecureRandom().nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}
}
