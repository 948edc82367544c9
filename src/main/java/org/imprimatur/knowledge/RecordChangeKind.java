package org.imprimatur.knowledge;

/** What became of an id. */
public enum RecordChangeKind {
	/** It was new. */
	ADDED,
	/** It had other facts, other evidence, or its place in another dossier. */
	CHANGED,
	/** It stood for nothing any more. */
	WITHDRAWN,
	/** It was merged into another. */
	MERGED,
	/** It stood for something again. */
	RESTORED
}
