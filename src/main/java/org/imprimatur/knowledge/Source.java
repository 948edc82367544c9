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
 * @param authorship whether people wrote it; not known if absent
 * @param textOf the instrument whose text it is, a copy or a part of it
 */
public record Source(String id, String title, @Nullable String publisher, @Nullable String author,
		@Nullable String address, @Nullable EdtfDate published, @Nullable EdtfDate retrieved, @Nullable String sha256,
		Reliability reliability, @Nullable Authorship authorship,
		@Relationship("TEXT_OF") @Nullable Ref<Instrument> textOf) implements Entity {

	@Override
	public String name() {
		return title;
	}

	/** How far it counts: what a machine wrote is weak, whoever published it (design, "The domain"). */
	public Reliability countsAs() {
		return authorship == Authorship.MACHINE ? Reliability.WEAK : reliability;
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

	/** Who wrote a source. */
	public enum Authorship {
		/** People, with whatever tools. */
		PEOPLE,
		/** A machine, such as a language model. */
		MACHINE
	}
}
