package org.imprimatur.ledger;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.imprimatur.graph.record.RecordChange;
import org.imprimatur.graph.record.RecordChange.Begun;
import org.imprimatur.graph.record.RecordChange.Withdrawn;
import org.imprimatur.graph.record.RecordStore.LastChange;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.References;

/** Whether a publication collides with what was published since the revision that it was made from. */
final class Conflicts {

	private static final int MOST_NAMED = 10;

	private Conflicts() {
	}

	/**
	 * What was changed since and is changed, referred to, or was left to refer to something withdrawn; by its id the
	 * revision that changed it.
	 */
	static SortedMap<String, Integer> of(Collection<RecordChange> changes, Map<String, Entity> entities,
			Map<String, LastChange> since) {
		SortedMap<String, Integer> conflicts = new TreeMap<>();
		Set<String> withdrawn = new HashSet<>();
		for (RecordChange change : changes) {
			Set<String> touched = new HashSet<>(Set.of(change.id()));
			switch (change) {
				case Begun begun -> {
					Entity entity = entities.get(begun.id());
					touched.addAll(entity == null ? Set.of() : References.of(entity));
				}
				case Withdrawn it -> {
					withdrawn.add(it.id());
					if (it.successor() != null) {
						touched.add(it.successor());
					}
				}
			}
			touched.stream().filter(since::containsKey).forEach(id -> add(conflicts, id, since));
		}
		since.forEach((id, last) -> {
			if (last.references().stream().anyMatch(withdrawn::contains)) {
				add(conflicts, id, since);
			}
		});
		return conflicts;
	}

	private static void add(SortedMap<String, Integer> conflicts, String id, Map<String, LastChange> since) {
		LastChange last = since.get(id);
		if (last != null) {
			conflicts.put(id, last.revision());
		}
	}

	/** The conflicts in words. */
	static String sentence(SortedMap<String, Integer> conflicts) {
		String named = conflicts.entrySet().stream().limit(MOST_NAMED)
				.map(it -> "%s (revision %d)".formatted(it.getKey(), it.getValue()))
				.collect(Collectors.joining(", "));
		int more = conflicts.size() - MOST_NAMED;
		return "%s%s changed since the revision that this was made from: look at the newest, and make it from that"
				.formatted(named, more > 0 ? " and %d more".formatted(more) : "");
	}
}
