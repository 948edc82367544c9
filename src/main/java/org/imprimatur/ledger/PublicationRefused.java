package org.imprimatur.ledger;

import java.util.SortedMap;

/** That a publication cannot be made as it is; nothing was changed. */
public final class PublicationRefused extends RuntimeException {

	/** Why. */
	public sealed interface Reason {

		/**
		 * What it changes, or refers to, was changed since the revision that it was made from; or the empty graph that
		 * it was to fill is empty no more.
		 *
		 * @param changed the revision that changed each, by its id
		 */
		record Conflict(SortedMap<String, Integer> changed) implements Reason {
		}

		/** There is no revision that it says it was made from. */
		record NoSuchBase() implements Reason {
		}

		/** It changes more than one transaction may, in a graph that is not empty. */
		record TooLarge() implements Reason {
		}

		/**
		 * The disk has no room for it.
		 *
		 * @param free how many bytes can be written on it
		 * @param needed how many it takes, with some to spare
		 */
		record DiskFull(long free, long needed) implements Reason {
		}
	}

	private final transient Reason reason;

	PublicationRefused(Reason reason, String sentence) {
		super(sentence);
		this.reason = reason;
	}

	public Reason reason() {
		return reason;
	}
}
