package org.imprimatur.api.revisions;

import java.util.List;
import org.imprimatur.api.computed.RootField;
import org.imprimatur.api.page.PageInfo;
import org.imprimatur.api.page.Paged;
import org.imprimatur.api.page.Slice;
import org.imprimatur.graph.record.JournalReader;
import org.imprimatur.graph.record.JournalReader.Counted;
import org.imprimatur.graph.selection.Window;
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
	record Arguments(int first, @Nullable String after, @Nullable Integer last,
			@Nullable String before) implements Paged {
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
		Window<String> window = arguments.window();
		// Revisions have the numbers from 1 without a gap, and the newest comes first.
		int newest;
		int oldest;
		if (window.backward()) {
			oldest = window.beyond() == null ? 1 : 1 + number("before", window.beyond(), revision);
			newest = Math.min(revision, oldest + window.size() - 1);
		} else {
			newest = window.beyond() == null ? revision : number("after", window.beyond(), revision) - 1;
			oldest = Math.max(1, newest - window.size() + 1);
		}
		List<RevisionEntry> rows = journal.revisions(newest, oldest).stream().map(RevisionEntry::of).toList();
		Slice<RevisionEntry> page = Slice.part(rows, it -> String.valueOf(it.revision().number()), revision - newest,
				revision);
		return new RevisionConnection(page.rows(), page.edges(RevisionEdge::new), page.pageInfo(), page.totalCount());
	}

	private static int number(String argument, String cursor, int revision) {
		try {
			int number = Integer.parseInt(cursor);
			if (number >= 1 && number <= revision) {
				return number;
			}
		} catch (NumberFormatException e) {
			throw Slice.noCursor(argument);
		}
		throw Slice.noCursor(argument);
	}
}
