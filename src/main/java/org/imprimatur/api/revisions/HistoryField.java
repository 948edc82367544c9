package org.imprimatur.api.revisions;

import java.util.ArrayList;
import java.util.List;
import org.imprimatur.api.computed.RootField;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.graph.record.JournalReader;
import org.imprimatur.graph.record.JournalReader.State;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.FieldChange;
import org.imprimatur.knowledge.RecordChangeKind;
import org.imprimatur.knowledge.Ref;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers {@code history}. */
@Component
class HistoryField extends RootField<HistoryField.Arguments> {

	private final JournalReader journal;

	HistoryField(JournalReader journal) {
		super("history", Arguments.class, RecordVersion.class);
		this.journal = journal;
	}

	/** What is asked. */
	record Arguments(String id) {
	}

	/** One state of an id, against the one before. */
	record RecordVersion(RevisionAnswer revision, RecordChangeKind change, @Nullable String name, String dossier,
			@Nullable String digest, List<FieldChange> fields, @Nullable String reason,
			@Nullable Ref<Entity> successor) {
	}

	@Override
	public List<RecordVersion> answer(Arguments arguments, int revision) {
		String id = arguments.id();
		List<State> states = journal.states(id, revision);
		if (states.isEmpty()) {
			throw Refusal.noNode(id);
		}
		List<RecordVersion> versions = new ArrayList<>();
		State before = null;
		for (State state : states) {
			versions.add(version(before, state));
			before = state;
		}
		return versions;
	}

	private static RecordVersion version(@Nullable State before, State state) {
		Entity entity = state.entity();
		Entity past = before == null ? null : before.entity();
		return new RecordVersion(RevisionAnswer.of(state.revision()), kind(before, state),
				entity == null ? null : entity.name(), state.dossier(), state.digest(),
				FieldChange.between(past, entity), state.reason(),
				state.successor() == null ? null : new Ref<>(state.successor()));
	}

	private static RecordChangeKind kind(@Nullable State before, State state) {
		if (state.entity() == null) {
			return state.successor() == null ? RecordChangeKind.WITHDRAWN : RecordChangeKind.MERGED;
		}
		if (before == null) {
			return RecordChangeKind.ADDED;
		}
		return before.entity() == null ? RecordChangeKind.RESTORED : RecordChangeKind.CHANGED;
	}
}
