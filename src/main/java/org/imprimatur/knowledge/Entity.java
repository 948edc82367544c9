package org.imprimatur.knowledge;

import java.util.List;
import java.util.stream.Stream;

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

	/** The parts of its facts that may have evidence of their own. */
	default List<? extends EvidencedPart> parts() {
		return List.of();
	}

	/** All passages: those on the entity itself, then those on each of its parts; a passage is known by its place. */
	default List<Evidence> passages() {
		return Stream.concat(evidence().stream(), parts().stream().flatMap(it -> it.evidence().stream())).toList();
	}
}
