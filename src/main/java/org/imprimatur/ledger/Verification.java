package org.imprimatur.ledger;

import java.util.List;
import java.util.Optional;
import org.imprimatur.graph.audit.LedgerReader;
import org.imprimatur.graph.audit.LedgerReader.LedgerNode;
import org.imprimatur.graph.audit.LedgerReader.PageNode;
import org.imprimatur.graph.audit.LedgerReader.RevisionNode;
import org.imprimatur.graph.audit.LedgerReader.Size;
import org.imprimatur.graph.audit.LedgerReader.Stray;
import org.imprimatur.ledger.Verdict.Unpublished;
import org.imprimatur.ledger.Verdict.Verified;

/**
 * Tells whether anything in the graph was changed without being published (docs/ledger.md): the records, withdrawals,
 * parts, anchors and relationships are held against the journal, and the journal against the chain of digests.
 */
public final class Verification {

	private static final int STATES_A_REPORT = 1_000;

	private final LedgerReader reader;

	public Verification(LedgerReader reader) {
		this.reader = reader;
	}

	/** Is told how far a verification has come. */
	public interface Progress {

		/** So many revisions, and so many records and withdrawals, were checked by now. */
		void checked(int revisions, int states);
	}

	/** Reads all of the ledger, once; again if something was published meanwhile, of which it would see a half. */
	public Verdict verify(Progress progress) {
		LedgerNode before = reader.ledger();
		Verdict verdict = verify(before, progress);
		LedgerNode after = reader.ledger();
		while (verdict instanceof Verdict.Tampered && !after.equals(before)) {
			before = after;
			verdict = verify(before, progress);
			after = reader.ledger();
		}
		return verdict;
	}

	private Verdict verify(LedgerNode ledger, Progress progress) {
		List<RevisionNode> revisions = reader.revisions();
		if (ledger.head() == 0 && revisions.isEmpty()) {
			return new Unpublished();
		}
		long newest = revisions.stream().mapToLong(RevisionNode::number).max().orElse(0);
		FirstTampering tampering = new FirstTampering(newest);
		if (ledger.flaw() != null || ledger.head() != newest) {
			tampering.add(newest, null, "The newest revision is %d, and the ledger does not say so.", newest);
		}
		List<PageNode> pages = reader.pages();
		JournalCheck journal = new JournalCheck(tampering);
		journal.check(revisions, pages, checked -> progress.checked(checked, 0));
		StateCheck states = new StateCheck(tampering, journal.states());
		reader.states(state -> {
			states.state(state);
			if (states.states() % STATES_A_REPORT == 0) {
				progress.checked(revisions.size(), states.states());
			}
		});
		progress.checked(revisions.size(), states.states());
		states.missing();
		reader.anchors(states::anchor);
		if (tampering.first().isEmpty()) {
			stray(new Size(states.nodes() + 1 + revisions.size() + pages.size(), states.links()))
					.ifPresent(it -> tampering.add(it.revision(), it.id(),
							"There is a %s, and no revision published it so.", it.what()));
		}
		return tampering.first().<Verdict>map(it -> it).orElseGet(() -> new Verified(journal.revisions()));
	}

	/** Something that is in the graph beside what was accounted for. */
	private Optional<Stray> stray(Size accounted) {
		Optional<Stray> shared = reader.sharedPart();
		return shared.isPresent() || reader.size().equals(accounted)
				? shared
				: reader.stray().or(() -> Optional.of(new Stray(LedgerReader.NO_REVISION, null, "wrong count")));
	}
}
