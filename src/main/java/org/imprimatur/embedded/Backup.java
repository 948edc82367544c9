package org.imprimatur.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.archive.Dumper;
import org.neo4j.dbms.archive.DumpFormatSelector;
import org.neo4j.dbms.archive.IncorrectFormat;
import org.neo4j.dbms.archive.Loader;
import org.neo4j.dbms.archive.Manifest;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Resource;
import org.neo4j.graphdb.Transaction;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.io.layout.DatabaseLayout;
import org.neo4j.io.layout.Neo4jLayout;
import org.neo4j.kernel.impl.transaction.log.checkpoint.CheckPointer;
import org.neo4j.kernel.impl.transaction.log.checkpoint.SimpleTriggerInfo;
import org.neo4j.kernel.impl.transaction.log.checkpoint.StoreCopyCheckPointMutex;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.logging.NullLogProvider;
import org.springframework.util.FileSystemUtils;

/** A copy of the graph in one file, as of one revision: a dump such as {@code neo4j-admin} makes and loads. */
public final class Backup {

	private static final Label LEDGER = Label.label("Ledger");

	private Backup() {
	}

	/**
	 * Writes one while the graph is open. Whoever reads goes on; what is being published waits until it is written.
	 *
	 * @return the number of the revision that it holds
	 */
	static int write(GraphDatabaseAPI database, Path file) throws IOException {
		try (Transaction held = database.beginTx()) {
			int revision = hold(held);
			CheckPointer checkPointer = database.getDependencyResolver().resolveDependency(CheckPointer.class);
			try (Resource unchanged = database.getDependencyResolver().resolveDependency(StoreCopyCheckPointMutex.class)
					.storeCopy(() -> checkPointer.forceCheckPoint(new SimpleTriggerInfo("Backup")))) {
				dump(database.databaseLayout(), file);
			}
			return revision;
		}
	}

	/** Each publication locks the node of the ledger. */
	private static int hold(Transaction transaction) {
		int revision = 0;
		try (var ledgers = transaction.findNodes(LEDGER)) {
			while (ledgers.hasNext()) {
				Node ledger = ledgers.next();
				transaction.acquireWriteLock(ledger);
				revision = ((Number) ledger.getProperty("head", 0)).intValue();
			}
		}
		return revision;
	}

	private static void dump(DatabaseLayout layout, Path file) throws IOException {
		Predicate<Path> lock = layout.databaseLockFile()::equals;
		Manifest files = Dumper.collectManifest(layout.databaseDirectory(), layout.getTransactionLogsDirectory(),
				lock);
		try (DefaultFileSystemAbstraction system = new DefaultFileSystemAbstraction()) {
			new Dumper(system, NullLogProvider.getInstance()).dump(new Dumper.DumpOutput() {

				@Override
				public OutputStream stream() throws IOException {
					return Files.newOutputStream(file);
				}

				@Override
				public String description() {
					return file.toString();
				}
			}, DumpFormatSelector.selectWriteFormat(), files);
		}
	}

	/**
	 * Makes the graph of a directory that has none from such a copy.
	 *
	 * @throws IOException if the file is none, or is damaged, or cannot be read, or the directory be written to
	 */
	public static void restore(Path file, DataDirectory directory) throws IOException {
		DatabaseLayout layout = Neo4jLayout.of(directory.path())
				.databaseLayout(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
		try (DefaultFileSystemAbstraction system = new DefaultFileSystemAbstraction()) {
			directory.create();
			Files.createDirectories(layout.databaseDirectory().resolveSibling(""));
			Files.createDirectories(layout.getTransactionLogsDirectory().resolveSibling(""));
			new Loader(system, NullLogProvider.getInstance()).load(layout, file);
		} catch (IOException | IncorrectFormat e) {
			FileSystemUtils.deleteRecursively(layout.databaseDirectory());
			FileSystemUtils.deleteRecursively(layout.getTransactionLogsDirectory());
			throw e instanceof IOException unread ? unread : new IOException("it is no backup", e);
		}
	}
}
