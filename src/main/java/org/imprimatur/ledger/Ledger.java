package org.imprimatur.ledger;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.imprimatur.graph.record.Cause;
import org.imprimatur.graph.record.RecordChange;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.graph.record.RecordWriter;
import org.imprimatur.graph.record.Revision;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.ledger.PublicationRefused.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes what dossiers say: each publication that changes anything is one revision, all of it or nothing. */
public final class Ledger {

	/** How many entities a revision may change, unless it is the first. */
	public static final int MOST_CHANGES = 20_000;

	private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
	private static final int CHANGES_A_TRANSACTION = 10_000;
	/** So many change how many there are of a kind so much that statements are planned otherwise. */
	private static final int CHANGES_THAT_COUNT = 1_000;

	private final RecordStore records;
	private final Head head;
	private final Clock clock;
	private final DiskSpace space;
	private final int changesATransaction;
	private final int mostChanges;

	Ledger(RecordStore records, Head head, Clock clock, DiskSpace space) {
		this(records, head, clock, space, CHANGES_A_TRANSACTION, MOST_CHANGES);
	}

	/** One that finds large what others do not. */
	Ledger(RecordStore records, Head head, Clock clock, DiskSpace space, int changesATransaction, int mostChanges) {
		this.records = records;
		this.head = head;
		this.clock = clock;
		this.space = space;
		this.changesATransaction = changesATransaction;
		this.mostChanges = mostChanges;
	}

	/**
	 * Publishes the state of some dossiers. What is new or changed begins a record; what changed or is no longer there
	 * ends one, and what is no longer there is withdrawn.
	 *
	 * @return the revision that this made; none if nothing changed
	 * @throws PublicationRefused if it collides with what was published since its base, is too large, or finds no room
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
		AtomicInteger changes = new AtomicInteger();
		IntConsumer counted = some -> {
			changes.addAndGet(some);
			written.accept(some);
		};
		Optional<Revision> published = records.head() == 0
				? fill(publication, counted)
				: records.underLock(writer -> add(publication, writer, counted));
		head.refresh();
		if (changes.get() >= CHANGES_THAT_COUNT) {
			countAnew();
		}
		return published;
	}

	/** What was published is so, whether or not Neo4j could be told. */
	private void countAnew() {
		try {
			records.countAnew();
		} catch (RuntimeException e) {
			LOG.warn("Neo4j could not count anew what there is, so that some questions may take long: {}",
					e.getMessage());
		}
	}

	/**
	 * What a publication would change, in the order of ids. Nothing is locked or written.
	 *
	 * @throws PublicationRefused as {@link #publish} does
	 */
	public List<RecordChange> changes(Publication publication) {
		return draft(publication, records.head()).changes();
	}

	private Draft draft(Publication publication, int head) {
		Draft draft = Draft.of(publication, records, head, mostChanges);
		space.require(draft.changes().size());
		return draft;
	}

	private Optional<Revision> add(Publication publication, RecordWriter writer, IntConsumer written) {
		Draft draft = draft(publication, writer.head());
		if (draft.changes().isEmpty()) {
			return Optional.empty();
		}
		writer.write(draft.head() + 1, draft.changes(), draft.entities(), 0, written);
		return Optional.of(conclude(draft, writer));
	}

	/** An empty graph may be filled in several transactions, and shows nothing before the last. */
	private Optional<Revision> fill(Publication publication, IntConsumer written) {
		records.discardUnfinished();
		Draft draft = draft(publication, 0);
		if (draft.changes().size() <= changesATransaction) {
			return records.underLock(writer -> add(publication, writer, written));
		}
		int page = 0;
		for (int from = 0; from < draft.changes().size(); from += changesATransaction) {
			List<RecordChange> batch = draft.changes().subList(from,
					Math.min(from + changesATransaction, draft.changes().size()));
			int firstPage = page;
			page = records.underLock(writer -> {
				requireEmpty(writer);
				return writer.write(1, batch, draft.entities(), firstPage, written);
			});
		}
		return Optional.of(records.underLock(writer -> {
			requireEmpty(writer);
			return conclude(draft, writer);
		}));
	}

	private Revision conclude(Draft draft, RecordWriter writer) {
		Revision revision = draft.revision(writer.newest(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
		writer.conclude(revision);
		return revision;
	}

	private static void requireEmpty(RecordWriter writer) {
		if (writer.head() > 0) {
			throw new PublicationRefused(new Reason.Conflict(Collections.emptySortedMap()),
					"something else was published into the empty graph meanwhile: only one import can be the first");
		}
	}

	/** The newest revision's number; 0 where nothing was published yet. */
	public int head() {
		return records.head();
	}

	/** What all dossiers held at a revision, in the order of their ids. */
	public List<DossierContents> contents(int revision) {
		return records.contents(revision);
	}

	/** What one dossier held at a revision, if there was such a dossier. */
	public Optional<DossierContents> contents(int revision, String dossier) {
		return records.contents(revision, dossier);
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
}
