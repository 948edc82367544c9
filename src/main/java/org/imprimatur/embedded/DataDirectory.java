package org.imprimatur.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Where the embedded graph is kept. */
public record DataDirectory(Path path) {

	private static final FileAttribute<Set<PosixFilePermission>> OWNERS = PosixFilePermissions
			.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

	public DataDirectory {
		path = path.toAbsolutePath().normalize();
	}

	/** Makes it, where it is not there, for nobody else to read. */
	void create() throws IOException {
		if (!Files.isDirectory(path)) {
			Files.createDirectories(path.resolveSibling(""));
			boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
			Files.createDirectory(path, posix ? new FileAttribute<?>[]{OWNERS} : new FileAttribute<?>[0]);
		}
	}

	/** Whether there is a graph in it. */
	public boolean holdsGraph() {
		return Files.exists(path.resolve("data").resolve("databases").resolve("neo4j"));
	}

	/** Whether a process has the graph open, which Neo4j tells by a lock. */
	public boolean isOpen() {
		Path lock = path.resolve("data").resolve("databases").resolve("store_lock");
		try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
				FileLock free = channel.tryLock()) {
			return free == null;
		} catch (NoSuchFileException none) {
			return false;
		} catch (OverlappingFileLockException here) {
			return true;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** How many bytes more can be written on its disk. */
	public long free() {
		try {
			return Files.getFileStore(path).getUsableSpace();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
