package org.imprimatur.knowledge;

import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * A document that evidence is taken from.
 *
 * @param title what it is called, or what it is
 * @param publisher who published it
 * @param author who wrote it
 * @param address where it is or was
 * @param published when it became public
 * @param retrieved when it was read
 * @param sha256 the digest of what was read, in hexadecimal
 * @param reliability how far it can be trusted
 */
public record Source(String id, String title, @Nullable String publisher, @Nullable String author,
		@Nullable String address, @Nullable EdtfDate published, @Nullable EdtfDate retrieved, @Nullable String sha256,
		Reliability reliability) implements Entity {

	@Override
	public String name() {
		return title;
	}

	/** How far a source can be trusted. */
	public enum Reliability {
		/** The issuer's or a party's own page, an official gazette, a court's text. */
		PRIMARY,
		/** A reputable account of it. */
		SECONDARY,
		/** A single weak source: an aggregator or a rewrite. */
		WEAK
	}
}
