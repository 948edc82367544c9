package org.imprimatur.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.imprimatur.embedded.Backup;
import org.imprimatur.embedded.DataDirectory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups that are made while revision after revision is published are each whole, as of one revision. */
@Tag("check")
class BackupTest {

	private static final int BACKUPS = 10;

	@Test
	void eachBackupIsARevision(@TempDir Path directory) throws Exception {
		try (GraphOfItsOwn graph = new GraphOfItsOwn(directory.resolve("graph"))) {
			AtomicInteger published = new AtomicInteger();
			AtomicBoolean enough = new AtomicBoolean();
			CompletableFuture<Void> publishing = CompletableFuture
					.runAsync(() -> publish(graph, published, enough));
			try {
				for (int number = 1; number <= BACKUPS; number++) {
					int before = published.get();
					Path file = directory.resolve("backup-%d.dump".formatted(number));
					int revision = graph.backup(file);
					assertThat(revision).isBetween(before, published.get() + 1);
					verify(file, directory.resolve("restored-" + number), revision);
				}
			} finally {
				enough.set(true);
				publishing.join();
			}
			assertThat(published).as("published meanwhile").hasValueGreaterThan(BACKUPS);
		}
	}

	private static void publish(GraphOfItsOwn graph, AtomicInteger published, AtomicBoolean enough) {
		Ledger ledger = GraphOfItsOwn.ledger(graph.records(), Clock.systemUTC());
		while (!enough.get()) {
			int before = published.get();
			ledger.publish(PublishingProcess.publication(before + 1, before, 60));
			published.incrementAndGet();
		}
	}

	private static void verify(Path file, Path restored, int revision) throws Exception {
		Backup.restore(file, new DataDirectory(restored));
		try (GraphOfItsOwn graph = new GraphOfItsOwn(restored)) {
			assertThat(graph.records().head()).isEqualTo(revision);
			assertThat(graph.isWhole()).as("revision %d", revision).isTrue();
		}
	}
}
