package org.imprimatur.api.revisions;

import java.util.List;
import java.util.Map;
import org.imprimatur.api.computed.ComputedField;
import org.imprimatur.api.page.PageArguments;
import org.imprimatur.api.page.PageInfo;
import org.imprimatur.api.page.Slice;
import org.imprimatur.graph.record.JournalReader;
import org.imprimatur.graph.record.JournalReader.Counted;
import org.springframework.stereotype.Component;

/** Answers {@code revisions}. */
@Component
class RevisionsField implements ComputedField {

	private final JournalReader journal;

	RevisionsField(JournalReader journal) {
		this.journal = journal;
	}

	/** A page of the revisions. */
	record RevisionConnection(List<RevisionEntry> nodes, List<RevisionEdge> edges, PageInfo pageInfo, int totalCount) {
	}

	/** A revision with its place. */
	record RevisionEdge(String cursor, RevisionEntry node) {
	}

	/** A revision with how much it changed. */
	record RevisionEntry(RevisionAnswer revision, int stated, int withdrawn) {

		static RevisionEntry of(Counted it) {
			return new RevisionEntry(RevisionAnswer.of(it.revision()), it.stated(), it.withdrawn());
		}
	}

	@Override
	public String name() {
		return "revisions";
	}

	@Override
	public Class<RevisionConnection> type() {
		return RevisionConnection.class;
	}

	@Override
	public RevisionConnection answer(Map<String, Object> arguments, int revision) {
		int first = new PageArguments(arguments).first();
		int before = before(arguments, revision);
		List<RevisionEntry> rows = journal.revisions(before, first).stream().map(RevisionEntry::of).toList();
		// Revisions have the numbers from 1 without a gap.
		Slice<RevisionEntry> page = Slice.part(rows, it -> String.valueOf(it.revision().number()),
				revision + 1 - before, revision);
		return new RevisionConnection(page.rows(), page.edges(RevisionEdge::new), page.pageInfo(), page.totalCount());
	}

	private static int before(Map<String, Object> arguments, int revision) {
		String after = Slice.after(arguments);
		if (after == null) {
			return revision + 1;
		}
		try {
			int before = Integer.parseInt(after);
			if (before >= 1 && before <= revision) {
				return before;
			}
		} catch (NumberFormatException e) {
			throw Slice.noCursor();
		}
		throw Slice.noCursor();
	}
}
