package org.imprimatur.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.imprimatur.graph.audit.LedgerReader.PageNode;
import org.imprimatur.graph.audit.LedgerReader.RevisionNode;
import org.imprimatur.graph.record.Journal;
import org.imprimatur.graph.record.RecordChange;
import org.imprimatur.graph.record.Revision;
import org.jspecify.annotations.Nullable;

/** Reads the journal from the first revision to the last, and computes the revisions' digests anew. */
final class JournalCheck {

	private final FirstTampering tampering;
	private final Map<String, List<JournalEntry>> states = new HashMap<>();
	private final SortedMap<String, String> live = new TreeMap<>();
	private final List<Revision> revisions = new ArrayList<>();

	JournalCheck(FirstTampering tampering) {
		this.tampering = tampering;
	}

	/** The states of each entity in their order, by its id. */
	Map<String, List<JournalEntry>> states() {
		return states;
	}

	/** The revisions that are as they should be. */
	List<Revision> revisions() {
		return revisions;
	}

	/**
	 * Checks all revisions.
	 *
	 * @param checked is told the number of each revision that was checked
	 */
	void check(List<RevisionNode> nodes, List<PageNode> pages, IntConsumer checked) {
		SortedMap<Long, List<RevisionNode>> byNumber = new TreeMap<>();
		nodes.forEach(node -> byNumber.computeIfAbsent(node.number(), number -> new ArrayList<>()).add(node));
		Map<Long, List<PageNode>> journal = new TreeMap<>();
		pages.forEach(page -> {
			journal.computeIfAbsent(page.revision(), number -> new ArrayList<>()).add(page);
			byNumber.computeIfAbsent(page.revision(), number -> new ArrayList<>());
		});
		long expected = 1;
		for (var entry : byNumber.entrySet()) {
			long number = entry.getKey();
			List<RevisionNode> same = entry.getValue();
			if (number != expected) {
				tampering.add(expected, null, "Revision %d is missing.", expected);
			}
			if (same.size() != 1) {
				tampering.add(number, null, "There are %d revisions %d.", same.size(), number);
			}
			Revision revision = same.isEmpty() ? null : same.getFirst().revision();
			if (revision == null) {
				tampering.add(number, null, "Revision %d is not as publishing writes it.", number);
			}
			revision(number, revision, journal.getOrDefault(number, List.of()));
			expected = number + 1;
			checked.accept(revisions.size());
		}
	}

	private void revision(long number, @Nullable Revision revision, List<PageNode> pages) {
		List<String> lines = new ArrayList<>();
		for (PageNode page : pages) {
			if (page.flaw() != null) {
				tampering.add(number, null, "Page %d of the journal of revision %d %s.", page.number(), number,
						page.flaw());
			}
			lines.addAll(page.lines());
		}
		for (int place = 0; place < pages.size(); place++) {
			if (pages.get(place).number() != place) {
				tampering.add(number, null, "Page %d of the journal of revision %d is missing.", place, number);
				break;
			}
		}
		if (lines.isEmpty()) {
			tampering.add(number, null, "Revision %d has no journal.", number);
		}
		String before = "";
		for (String line : lines) {
			before = change(number, line, before);
		}
		if (revision != null) {
			digests(revision, lines);
			revisions.add(revision);
		}
	}

	/** Takes a line of the journal in; its id, which has to follow on that of the line before. */
	private String change(long revision, String line, String before) {
		RecordChange change;
		try {
			change = Journal.read(line);
		} catch (RuntimeException e) {
			tampering.add(revision, null, "The journal of revision %d has a line that cannot be read.", revision);
			return before;
		}
		String id = change.id();
		List<JournalEntry> told = states.computeIfAbsent(id, key -> new ArrayList<>(1));
		if (!line.equals(Journal.write(change)) || id.compareTo(before) <= 0
				|| !told.isEmpty() && told.getLast().line().equals(line)) {
			tampering.add(revision, id, "The journal of revision %d says of %s what cannot have been published.",
					revision, id);
		}
		told.add(new JournalEntry(revision, line, change instanceof RecordChange.Begun));
		switch (change) {
			case RecordChange.Begun ignored -> live.put(id, line);
			case RecordChange.Withdrawn ignored -> live.remove(id);
		}
		return id;
	}

	private void digests(Revision revision, List<String> lines) {
		int number = revision.number();
		Revision previous = revisions.isEmpty() ? null : revisions.getLast();
		if (previous != null && revision.time().isBefore(previous.time())) {
			tampering.add(number, null, "Revision %d is older than the one before.", number);
		}
		String content = Chain.content(live.values());
		if (!content.equals(revision.contentDigest())) {
			tampering.add(number, null, "What revision %d says was live has not its contentDigest.", number);
		}
		String chain = Chain.chain(previous == null ? Chain.BEGINNING : previous.chainDigest(), number,
				revision.time(), revision.author(), revision.message(), revision.cause(), revision.contentDigest(),
				lines);
		if (!chain.equals(revision.chainDigest())) {
			tampering.add(number, null,
					"Revision %d has not its chainDigest: it, its journal or the revision before was changed.", number);
		}
	}
}
