package org.imprimatur.ledger;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.graph.RecordStore;
import org.imprimatur.graph.Revision;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Entity;

/** Publishes what the dossiers say: each publication that changes anything is one revision, all of it or nothing. */
public final class Ledger {

	private final RecordStore records;
	private final Head head;
	private final Clock clock;

	public Ledger(RecordStore records, Head head, Clock clock) {
		this.records = records;
		this.head = head;
		this.clock = clock;
	}

	/**
	 * Publishes the entities of all dossiers. What is new or changed begins a record; what changed or is no longer
	 * there ends one.
	 *
	 * @return the revision that this made; none if nothing changed
	 */
	public Optional<Revision> publish(Collection<? extends Entity> entities, String message) {
		Map<String, String> wanted = entities.stream()
				.collect(Collectors.toMap(Entity::id, CanonicalForm::digest));
		Optional<Revision> published = records.underLock(publication -> {
			Map<String, String> live = publication.digests();
			Set<String> ended = live.keySet().stream().filter(id -> !Objects.equals(live.get(id), wanted.get(id)))
					.collect(Collectors.toSet());
			List<? extends Entity> begun = entities.stream()
					.filter(entity -> !Objects.equals(wanted.get(entity.id()), live.get(entity.id()))).toList();
			if (ended.isEmpty() && begun.isEmpty()) {
				return Optional.empty();
			}
			return Optional.of(
					publication.revise(ended, begun, clock.instant().truncatedTo(ChronoUnit.MILLIS), message));
		});
		head.refresh();
		return published;
	}
}
