package org.imprimatur.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.imprimatur.graph.record.Journal;
import org.imprimatur.graph.record.RecordChange;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.graph.record.Revision;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.ledger.PublicationRefused.Reason;

/**
 * What a publication comes to in the record as it stands at a revision. It is drawn up from what that revision holds,
 * which nothing changes any more, so that whoever only looks takes no lock.
 *
 * @param head the revision; 0 for none
 * @param before what is live at it
 * @param changes what the publication changes, in the order of ids
 */
record Draft(Publication publication, int head, RecordState before, List<RecordChange> changes) {

	/**
	 * Draws up a publication.
	 *
	 * @param mostChanges how many entities it may change, unless it is the first
	 * @throws PublicationRefused if it collides with what was published since its base, or is too large
	 */
	static Draft of(Publication publication, RecordStore records, int head, int mostChanges) {
		requireBase(publication, head);
		RecordState before = new RecordState(records.live(head), records.withdrawn(head));
		Draft draft = new Draft(publication, head, before, before.changes(publication));
		draft.requireNoConflict(records);
		draft.requireFewChanges(mostChanges);
		return draft;
	}

	/** The entities of the publication, by id. */
	Map<String, Entity> entities() {
		Map<String, Entity> entities = new HashMap<>();
		publication.dossiers().forEach(contents -> contents.all().forEach(it -> entities.put(it.id(), it)));
		return entities;
	}

	/** The revision that this makes after the newest, if there is one. */
	Revision revision(Optional<Revision> previous, Instant now) {
		// Else the moment that a revision was recorded by would not find it, where a clock was set back.
		Instant time = previous.map(Revision::time).filter(now::isBefore).orElse(now);
		String content = Chain.content(before.after(changes).lines());
		String chain = Chain.chain(previous.map(Revision::chainDigest).orElse(Chain.BEGINNING), head + 1, time,
				publication.author(), publication.message(), publication.cause(), content,
				changes.stream().map(Journal::write).toList());
		return new Revision(head + 1, time, publication.author(), publication.message(), publication.cause(), content,
				chain);
	}

	private static void requireBase(Publication publication, int head) {
		if (publication.base() < 0 || publication.base() > head) {
			throw new PublicationRefused(new Reason.NoSuchBase(),
					"there is no revision %d to have made this from: the newest is %d".formatted(publication.base(),
							head));
		}
	}

	private void requireNoConflict(RecordStore records) {
		if (publication.base() < head) {
			SortedMap<String, Integer> conflict = Conflicts.of(changes, entities(),
					records.changedBetween(publication.base(), head));
			if (!conflict.isEmpty()) {
				throw new PublicationRefused(new Reason.Conflict(conflict), Conflicts.sentence(conflict));
			}
		}
	}

	private void requireFewChanges(int most) {
		if (head > 0 && changes.size() > most) {
			throw new PublicationRefused(new Reason.TooLarge(),
					"""
						this changes %d entities, and a revision may change %d: publish some dossiers first, and the \
						others then"""
							.formatted(changes.size(), most));
		}
	}
}
