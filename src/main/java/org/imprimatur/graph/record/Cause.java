package org.imprimatur.graph.record;

/** Why our record changed (design, "Three clocks"). */
public enum Cause {
	/** Something happened in the world. */
	WORLD_EVENT,
	/** A source corrected itself. */
	SOURCE_CORRECTION,
	/** We had it wrong. */
	OUR_CORRECTION,
	/** The same facts, kept in another way. */
	REPROCESSING,
	/** A version of Imprimatur came with other dossiers than the one before. */
	SHIPPED
}
