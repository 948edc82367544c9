package org.imprimatur.ledger;

import org.imprimatur.embedded.DataDirectory;
import org.imprimatur.ledger.PublicationRefused.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is room for what is to be published, and room to spare: a graph whose disk gets full while it is
 * written to can be written to again only once it was opened anew.
 *
 * @param directory where the graph is kept; none where a Neo4j server keeps it
 */
record DiskSpace(@Nullable DataDirectory directory) {

	static final DiskSpace UNKNOWN = new DiskSpace(null);

	/** For the next transaction log, what indexes write anew when they merge, and Neo4j's own log files. */
	private static final long SPARE = 128L << 20;
	/** Twice what a change of the shipped dossiers took, in the store, the indexes and the log together. */
	private static final long A_CHANGE = 16L << 10;

	/**
	 * Does nothing where there is room.
	 *
	 * @throws PublicationRefused with the figures, where there is none
	 */
	void require(int changes) {
		if (directory == null || changes == 0) {
			return;
		}
		long needed = SPARE + changes * A_CHANGE;
		long free = directory.free();
		if (free < needed) {
			throw new PublicationRefused(new Reason.DiskFull(free, needed),
					"the disk that holds %s has %,d MB free, and this needs %,d MB: make room, and publish it then"
							.formatted(directory.path(), free >> 20, needed >> 20));
		}
	}
}
