package org.imprimatur.knowledge;

import java.util.List;

/** Anything that the graph knows by a permanent id. */
public sealed interface Entity
		permits Party, Model, Instrument, Condition, Effect, Concern, Event, Source, Dossier {

	/** The permanent id, {@code kind/name}; clients treat it as opaque. */
	String id();

	/** What a reader would call it: a name, or a title. */
	String name();

	/** The passages that bear on this entity's facts; none for sources and dossiers, which are evidence themselves. */
	default List<Evidence> evidence() {
		return List.of();
	}
}
