package org.imprimatur.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imprimatur.graph.audit.LedgerReader;
import org.imprimatur.graph.audit.LedgerReader.AnchorNode;
import org.imprimatur.graph.audit.LedgerReader.StateNode;
import org.jspecify.annotations.Nullable;

/** Holds the records, withdrawals and anchors of the graph against what the journal tells of them, and counts them. */
final class StateCheck {

	private final FirstTampering tampering;
	private final Map<String, List<JournalEntry>> journal;
	private final Set<String> referredTo = new HashSet<>();
	private int states;
	private long nodes;
	private long links;

	StateCheck(FirstTampering tampering, Map<String, List<JournalEntry>> journal) {
		this.tampering = tampering;
		this.journal = journal;
	}

	/** How many records and withdrawals were checked. */
	int states() {
		return states;
	}

	/** How many nodes were accounted for. */
	long nodes() {
		return nodes;
	}

	/** How many relationships were accounted for. */
	long links() {
		return links;
	}

	void state(StateNode state) {
		states++;
		nodes += 1 + state.parts();
		links += state.links();
		state.references().stream().filter(id -> !journal.containsKey(id)).forEach(referredTo::add);
		List<JournalEntry> told = told(state.id());
		int place = 0;
		while (place < told.size() && told.get(place).revision() != state.since()) {
			place++;
		}
		if (place == told.size()) {
			tampering.add(state.since(), state.id(), "There is a state of %s that no revision published.", state.id());
			return;
		}
		long end = place + 1 < told.size() ? told.get(place + 1).revision() : LedgerReader.NEVER;
		String changed = changed(state, told.get(place), end);
		if (changed != null) {
			tampering.add(state.since(), state.id(), "What revision %d published of %s was changed: %s.",
					state.since(), state.id(), changed);
		}
		told.get(place).find();
	}

	private static @Nullable String changed(StateNode state, JournalEntry told, long end) {
		if (!told.line().equals(state.line())) {
			return "its content, its dossier or its withdrawal is not what the journal says";
		}
		if (state.until() != end) {
			return "where it ends is not what the journal says";
		}
		return told.isFound() ? "it is there twice" : state.flaw();
	}

	/** Looks for what the journal tells and the graph has not. */
	void missing() {
		journal.forEach((id, told) -> told.stream().filter(it -> !it.isFound()).findFirst()
				.ifPresent(it -> tampering.add(it.revision(), id, "What revision %d published of %s is missing.",
						it.revision(), id)));
	}

	void anchor(AnchorNode anchor) {
		nodes++;
		String id = anchor.id();
		List<JournalEntry> told = told(id);
		if (told.isEmpty() && (id == null || !referredTo.contains(id))) {
			tampering.add(LedgerReader.NO_REVISION, id, "There is an anchor %s that no revision published.", id);
		} else if (anchor.flaw() != null || anchor.begun() != told.stream().anyMatch(JournalEntry::isRecord)) {
			tampering.add(told.isEmpty() ? LedgerReader.NO_REVISION : told.getFirst().revision(), id,
					"The anchor of %s has not the labels and properties that publishing gave it.", id);
		}
	}

	private List<JournalEntry> told(@Nullable String id) {
		return id == null ? List.of() : journal.getOrDefault(id, List.of());
	}
}
