package org.imprimatur.api.computed;

/** An answer whose references are read at a revision of its own, not at that of the operation. */
public interface AtRevision {

	/** The revision. */
	int revision();
}
