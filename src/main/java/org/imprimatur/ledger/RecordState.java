package org.imprimatur.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.imprimatur.graph.record.Journal;
import org.imprimatur.graph.record.RecordChange;
import org.imprimatur.graph.record.RecordChange.Begun;
import org.imprimatur.graph.record.RecordChange.Withdrawn;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Ref;

/**
 * What is live, and what was withdrawn; a fold of the journal.
 *
 * @param live what began each live record, by id
 * @param withdrawn the withdrawals that stand, by id
 */
record RecordState(Map<String, Begun> live, Map<String, Withdrawn> withdrawn) {

	/** What a publication changes in this state, in the order of ids. */
	List<RecordChange> changes(Publication publication) {
		Map<String, RecordChange> changes = new HashMap<>();
		Set<String> wanted = new HashSet<>();
		for (DossierContents contents : publication.dossiers()) {
			String dossier = contents.dossier().id();
			contents.all().map(entity -> new Begun(entity.id(), dossier, CanonicalForm.digest(entity)))
					.forEach(begun -> {
						wanted.add(begun.id());
						if (!begun.equals(live.get(begun.id()))) {
							changes.put(begun.id(), begun);
						}
					});
		}
		gone(publication, wanted).forEach(begun -> changes.put(begun.id(),
				new Withdrawn(begun.id(), begun.dossier(), publication.message(), null)));
		stated(publication).values().stream().filter(it -> !it.equals(withdrawn.get(it.id())))
				.forEach(it -> changes.put(it.id(), it));
		return changes.values().stream().sorted((one, other) -> one.id().compareTo(other.id())).toList();
	}

	private List<Begun> gone(Publication publication, Set<String> wanted) {
		Set<String> dossiers = publication.dossiers().stream().map(it -> it.dossier().id()).collect(Collectors.toSet());
		return live.values().stream().filter(it -> dossiers.contains(it.dossier()) && !wanted.contains(it.id()))
				.toList();
	}

	private static Map<String, Withdrawn> stated(Publication publication) {
		Map<String, Withdrawn> stated = new LinkedHashMap<>();
		publication.dossiers().forEach(contents -> contents.withdrawn().forEach(it -> stated.put(it.id(),
				new Withdrawn(it.id(), contents.dossier().id(), it.reason(),
						it.successor() instanceof Ref<Entity> successor ? successor.id() : null))));
		return stated;
	}

	/** The state after changes. */
	RecordState after(Iterable<? extends RecordChange> changes) {
		Map<String, Begun> nextLive = new HashMap<>(live);
		Map<String, Withdrawn> nextWithdrawn = new HashMap<>(withdrawn);
		for (RecordChange change : changes) {
			switch (change) {
				case Begun begun -> {
					nextLive.put(begun.id(), begun);
					nextWithdrawn.remove(begun.id());
				}
				case Withdrawn it -> {
					nextLive.remove(it.id());
					nextWithdrawn.put(it.id(), it);
				}
			}
		}
		return new RecordState(nextLive, nextWithdrawn);
	}

	/** The lines that began what is live, in the order of ids. */
	List<String> lines() {
		return new TreeMap<>(live).values().stream().map(Journal::write).toList();
	}
}
