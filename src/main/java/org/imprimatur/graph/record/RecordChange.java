package org.imprimatur.graph.record;

import org.jspecify.annotations.Nullable;

/**
 * What a revision did to one entity. The revisions' changes, one after the other, are the journal of the record: what
 * is live at a revision follows from them.
 */
public sealed interface RecordChange {

	/** The entity's id. */
	String id();

	/** The id of the dossier in which it has, or had, its place. */
	String dossier();

	/**
	 * A record began; the one before, if there was one, ended.
	 *
	 * @param dossier the id of the dossier in which the entity has its place
	 * @param digest the digest of its canonical form, in hexadecimal
	 */
	record Begun(String id, String dossier, String digest) implements RecordChange {
	}

	/**
	 * The entity was withdrawn: its record ended.
	 *
	 * @param dossier the id of the dossier in which it had its place
	 * @param reason why, in words
	 * @param successor the id of what it was merged into, if it was
	 */
	record Withdrawn(String id, String dossier, String reason, @Nullable String successor) implements RecordChange {
	}
}
