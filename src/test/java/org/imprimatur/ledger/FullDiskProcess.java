package org.imprimatur.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process that keeps a graph on each of several small disks, and fills these again and again: to several levels, at
 * several moments. It says what the graph is when there is room again.
 */
public final class FullDiskProcess {

	/** What of a graph's life a disk is full in. */
	private enum Moment {
		PUBLISHING,
		MIDST_OF_PUBLISHING,
		CLOSING,
		OPENING
	}

	static final String WHOLE = "WHOLE ";
	static final String LOST = "LOST ";
	static final String FULL = "FULL ";

	private static final List<Integer> LEFT_FREE = List.of(0, 8 << 10, 128 << 10, 2 << 20);
	private static final long LARGEST_DISK = 2L << 30;
	private static final int CHUNK = 1 << 12;
	/** Neo4j waits for room before it closes. */
	private static final int SECONDS_FULL = 2;

	private final Path disk;
	private final Path filling;
	private final Path graph;
	private int head;

	private FullDiskProcess(Path disk) {
		this.disk = disk;
		filling = disk.resolve("filling");
		graph = disk.resolve("graph");
	}

	/** Does so on the disks in these directories. */
	public static void main(String[] disks) throws Exception {
		for (String disk : disks) {
			new FullDiskProcess(Path.of(disk)).fillAgainAndAgain();
		}
		System.exit(0);
	}

	private void fillAgainAndAgain() throws Exception {
		if (Files.getFileStore(disk).getTotalSpace() > LARGEST_DISK) {
			throw new IllegalStateException(disk + " is no disk for a test");
		}
		for (Moment moment : Moment.values()) {
			for (int left : LEFT_FREE) {
				String round = "%s %s %,d".formatted(disk.getFileName(), moment, left);
				int wanted = head + 1;
				say(fill(moment, left, wanted) + round);
				try (GraphOfItsOwn opened = new GraphOfItsOwn(graph)) {
					int found = opened.records().head();
					boolean whole = opened.isWhole() && (found == head || found == wanted);
					say((whole ? WHOLE : LOST) + round + ": revision %d of %d".formatted(found, wanted));
					head = found;
				} catch (RuntimeException e) {
					say(LOST + round + ": " + e);
					return;
				}
			}
		}
	}

	/** Fills the disk and makes room again. Says {@link #FULL} if something could not be done meanwhile. */
	private String fill(Moment moment, int left, int number) throws Exception {
		boolean failed = false;
		CompletableFuture<Void> room = CompletableFuture.completedFuture(null);
		if (moment == Moment.OPENING) {
			fill(left);
			room = roomSoon();
		}
		try (GraphOfItsOwn opened = new GraphOfItsOwn(graph)) {
			Ledger ledger = GraphOfItsOwn.ledger(opened.records(), Clock.systemUTC());
			if (moment == Moment.PUBLISHING) {
				fill(left);
			}
			CompletableFuture<Void> filled = moment == Moment.MIDST_OF_PUBLISHING
					? CompletableFuture.runAsync(() -> fill(left))
					: CompletableFuture.completedFuture(null);
			failed = !published(ledger, number);
			filled.join();
			if (moment == Moment.CLOSING) {
				fill(left);
			}
			room = roomSoon();
		} catch (RuntimeException e) {
			failed = true;
		}
		room.join();
		makeRoom();
		return failed ? FULL : "";
	}

	private CompletableFuture<Void> roomSoon() {
		return CompletableFuture.runAsync(this::makeRoom,
				CompletableFuture.delayedExecutor(SECONDS_FULL, TimeUnit.SECONDS));
	}

	private static boolean published(Ledger ledger, int number) {
		try {
			ledger.publish(PublishingProcess.publication(number, number - 1, number % 2 == 0 ? 60 : 600));
			return true;
		} catch (RuntimeException full) {
			return false;
		}
	}

	private void fill(int left) {
		byte[] chunk = new byte[CHUNK];
		Arrays.fill(chunk, (byte) 1);
		try (OutputStream file = Files.newOutputStream(filling)) {
			while (true) {
				file.write(chunk);
			}
		} catch (IOException full) {
			leave(left);
		}
	}

	private void leave(int bytes) {
		try (RandomAccessFile file = new RandomAccessFile(filling.toFile(), "rw")) {
			file.setLength(Math.max(0, file.length() - bytes));
			file.getFD().sync();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void makeRoom() {
		try {
			Files.deleteIfExists(filling);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static void say(String line) {
		System.out.println(line);
	}
}
