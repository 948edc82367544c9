package org.imprimatur.api.revisions;

import java.util.List;
import org.imprimatur.api.computed.RootField;
import org.imprimatur.api.page.PageInfo;
import org.imprimatur.api.page.Slice;
import org.imprimatur.graph.record.JournalReader;
import org.imprimatur.graph.record.JournalReader.Counted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers {@code revisions}. */
@Component
class RevisionsField extends RootField<RevisionsField.Arguments> {

	private final JournalReader journal;

	RevisionsField(JournalReader journal) {
		super("revisions", Arguments.class, RevisionConnection.class);
		this.journal = journal;
	}

	/** What is asked. */
	record Arguments(int first, @Nullable String after) {
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
	public RevisionConnection answer(Arguments arguments, int revision) {
		int before = arguments.after() == null ? revision + 1 : before(arguments.after(), revision);
		List<RevisionEntry> rows = journal.revisions(before, arguments.first()).stream().map(RevisionEntry::of)
				.toList();
		// Revisions have the numbers from 1 without a gap.
		Slice<RevisionEntry> page = Slice.part(rows, it -> String.valueOf(it.revision().number()),
				revision + 1 - before, revision);
		return new RevisionConnection(page.rows(), page.edges(RevisionEdge::new), page.pageInfo(), page.totalCount());
	}

	private static int before(String after, int revision) {
		try {
			int before = Integer.parseInt(Slice.decoded(after));
			if (before >= 1 && before <= revision) {
				return before;
			}
		} catch (NumberFormatException e) {
			throw Slice.noCursor();
		}
		throw Slice.noCursor();
	}
}
