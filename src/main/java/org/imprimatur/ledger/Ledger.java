package org.imprimatur.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.IntConsumer;
import org.imprimatur.graph.record.Cause;
import org.imprimatur.graph.record.Journal;
import org.imprimatur.graph.record.RecordChange;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.graph.record.RecordWriter;
import org.imprimatur.graph.record.Revision;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.ledger.PublicationRefused.Reason;

/** Publishes what dossiers say: each publication that changes anything is one revision, all of it or nothing. */
public final class Ledger {

	/** How many entities a revision may change, unless it is the first. */
	public static final int MOST_CHANGES = 20_000;

	private static final int CHANGES_A_TRANSACTION = 10_000;

	private final RecordStore records;
	private final Head head;
	private final Clock clock;

	public Ledger(RecordStore records, Head head, Clock clock) {
		this.records = records;
		this.head = head;
		this.clock = clock;
	}

	/**
	 * Publishes the state of some dossiers. What is new or changed begins a record; what changed or is no longer there
	 * ends one, and what is no longer there is withdrawn.
	 *
	 * @return the revision that this made; none if nothing changed
	 * @throws PublicationRefused if it collides with what was published since its base, or is too large
	 */
	public Optional<Revision> publish(Publication publication) {
		return publish(publication, records -> {
		});
	}

	/**
	 * Publishes as {@link #publish(Publication)} does.
	 *
	 * @param written is told, each time that some records were written, how many; readers see none before all are
	 */
	public synchronized Optional<Revision> publish(Publication publication, IntConsumer written) {
		Optional<Revision> published;
		if (records.head() == 0) {
			records.discardUnfinished();
			published = first(publication, written);
		} else {
			published = records.underLock(writer -> next(publication, writer, written));
		}
		head.refresh();
		return published;
	}

	/**
	 * What a publication would change, in the order of ids.
	 *
	 * @throws PublicationRefused as {@link #publish} does
	 */
	public List<RecordChange> changes(Publication publication) {
		return records.underLock(writer -> {
			List<RecordChange> changes = state(writer).changes(publication);
			refuse(publication, changes, writer);
			return changes;
		});
	}

	/** The newest revision's number; 0 where nothing was published yet. */
	public int head() {
		return records.head();
	}

	/** What all dossiers held at a revision, in the order of their ids. */
	public List<DossierContents> contents(int revision) {
		return records.contents(revision);
	}

	/** The revision of this number, if there is one. */
	public Optional<Revision> revision(int number) {
		return records.revision(number);
	}

	/** The {@code contentDigest} of a revision at which the dossiers held just this. */
	public static String contentDigest(List<DossierContents> contents) {
		RecordState nothing = new RecordState(Map.of(), Map.of());
		return Chain.content(
				nothing.after(nothing.changes(new Publication(contents, 0, "", "", Cause.REPROCESSING))).lines());
	}

	private Optional<Revision> next(Publication publication, RecordWriter writer, IntConsumer written) {
		RecordState state = state(writer);
		List<RecordChange> changes = state.changes(publication);
		refuse(publication, changes, writer);
		if (changes.isEmpty()) {
			return Optional.empty();
		}
		writer.write(writer.head() + 1, changes, entities(publication), 0, written);
		return Optional.of(conclude(publication, writer, state, changes));
	}

	/** An empty graph is filled in several transactions, and shows nothing before the last. */
	private Optional<Revision> first(Publication publication, IntConsumer written) {
		RecordState nothing = new RecordState(Map.of(), Map.of());
		List<RecordChange> changes = nothing.changes(publication);
		if (changes.size() <= CHANGES_A_TRANSACTION) {
			return records.underLock(writer -> next(publication, writer, written));
		}
		Map<String, Entity> entities = entities(publication);
		int page = 0;
		for (int from = 0; from < changes.size(); from += CHANGES_A_TRANSACTION) {
			List<RecordChange> batch = changes.subList(from, Math.min(from + CHANGES_A_TRANSACTION, changes.size()));
			int firstPage = page;
			page = records.underLock(writer -> {
				requireBase(publication, writer);
				requireEmpty(writer);
				return writer.write(1, batch, entities, firstPage, written);
			});
		}
		return Optional.of(records.underLock(writer -> {
			requireEmpty(writer);
			return conclude(publication, writer, nothing, changes);
		}));
	}

	private static void requireEmpty(RecordWriter writer) {
		if (writer.head() > 0) {
			throw new PublicationRefused(new Reason.Conflict(Collections.emptySortedMap()),
					"something else was published into the empty graph meanwhile: only one import can be the first");
		}
	}

	private Revision conclude(Publication publication, RecordWriter writer, RecordState before,
			List<RecordChange> changes) {
		int number = writer.head() + 1;
		Optional<Revision> previous = writer.newest();
		Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
		// Else the moment that a revision was recorded by would not find it, where a clock was set back.
		Instant time = previous.map(Revision::time).filter(now::isBefore).orElse(now);
		String content = Chain.content(before.after(changes).lines());
		Revision revision = new Revision(number, time, publication.author(), publication.message(),
				publication.cause(), content, Chain.chain(
						previous.map(Revision::chainDigest).orElse(Chain.BEGINNING), number, time, publication.author(),
						publication.message(), publication.cause(), content,
						changes.stream().map(Journal::write).toList()));
		writer.conclude(revision);
		return revision;
	}

	private static RecordState state(RecordWriter writer) {
		return new RecordState(writer.live(), writer.withdrawn());
	}

	private static Map<String, Entity> entities(Publication publication) {
		Map<String, Entity> entities = new HashMap<>();
		publication.dossiers().forEach(contents -> contents.all().forEach(it -> entities.put(it.id(), it)));
		return entities;
	}

	private static void requireBase(Publication publication, RecordWriter writer) {
		if (publication.base() < 0 || publication.base() > writer.head()) {
			throw new PublicationRefused(new Reason.NoSuchBase(),
					"there is no revision %d to have made this from: the newest is %d".formatted(publication.base(),
							writer.head()));
		}
	}

	private static void refuse(Publication publication, List<RecordChange> changes, RecordWriter writer) {
		requireBase(publication, writer);
		if (publication.base() < writer.head()) {
			SortedMap<String, Integer> conflict = Conflicts.of(changes, entities(publication),
					writer.changedAfter(publication.base()));
			if (!conflict.isEmpty()) {
				throw new PublicationRefused(new Reason.Conflict(conflict), Conflicts.sentence(conflict));
			}
		}
		if (writer.head() > 0 && changes.size() > MOST_CHANGES) {
			throw new PublicationRefused(new Reason.TooLarge(),
					"this changes %d entities, and a revision may change %d: publish some dossiers first, and the others then"
							.formatted(changes.size(), MOST_CHANGES));
		}
	}
}
