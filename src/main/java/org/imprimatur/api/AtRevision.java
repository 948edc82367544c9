package org.imprimatur.api;

/** An answer whose references are read at a revision of its own, not at that of the operation. */
interface AtRevision {

	/** The revision. */
	int revision();
}
