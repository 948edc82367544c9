package org.imprimatur.api.revisions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.answer.ConditionSetReader;
import org.imprimatur.api.computed.AtRevision;
import org.imprimatur.api.computed.RootField;
import org.imprimatur.api.conditions.ConditionSetChange;
import org.imprimatur.api.fetch.OperationRevision;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.graph.walk.ChangeReader;
import org.imprimatur.graph.walk.ChangeReader.Changes;
import org.imprimatur.graph.walk.ChangeReader.NodeChangeKind;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Ref;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers {@code changedSince}. A page holds changed nodes, then models, as long as there are any. */
@Component
class ChangeFeedField extends RootField<ChangeFeedField.Arguments> {

	private final ChangeReader reader;
	private final ConditionSetReader conditionSets;
	private final Clock clock;

	ChangeFeedField(ChangeReader reader, ConditionSetReader conditionSets, Clock clock) {
		super("changedSince", Arguments.class, ChangeFeed.class);
		this.reader = reader;
		this.conditionSets = conditionSets;
		this.clock = clock;
	}

	/** What is asked. */
	record Arguments(int revision, int first, @Nullable String after) {
	}

	/** A page of the feed, whose nodes are read at its revision. */
	record ChangeFeed(int since, int revision, List<NodeChange> nodes, List<ConditionSetChange> conditionSets,
			String cursor, boolean hasMore) implements AtRevision {
	}

	/** A node that changed. */
	record NodeChange(String nodeId, @Nullable Ref<Entity> node, NodeChangeKind change, int revision) {

		private static NodeChange of(ChangeReader.NodeChange it) {
			return new NodeChange(it.id(), it.kind() == NodeChangeKind.REMOVED ? null : new Ref<>(it.id()), it.kind(),
					it.revision());
		}
	}

	@Override
	public int seen(Arguments arguments) {
		return arguments.revision();
	}

	@Override
	public ChangeFeed answer(Arguments arguments, int revision) {
		int first = arguments.first();
		FeedPlace place = place(arguments, revision);
		int until = place.through() == null ? revision : place.through();
		Changes changes = place.since() == until
				? new Changes(until, List.of(), List.of())
				: reader.changes(place.since(), until);
		List<NodeChange> nodes = changes.nodes().stream().filter(it -> place.precedes(it.revision(), it.id()))
				.limit(first).map(NodeChange::of).toList();
		List<String> models = changes.models().stream().filter(place::precedes).limit(first - nodes.size()).toList();
		FeedPlace end = place.after(changes, nodes, models);
		return new ChangeFeed(place.since(), changes.through(), nodes, sets(models, place.since(), changes.through()),
				end.encode(), end.through() != null || end.since() < revision);
	}

	private static FeedPlace place(Arguments arguments, int revision) {
		int since = arguments.revision();
		FeedPlace place = arguments.after() == null
				? new FeedPlace(since, null, null, null)
				: FeedPlace.decode(arguments.after());
		Stream.of(since, place.since(), place.through() == null ? since : place.through())
				.forEach(it -> OperationRevision.since(it, revision));
		return place;
	}

	private List<ConditionSetChange> sets(Collection<String> models, int since, int revision) {
		if (models.isEmpty()) {
			return List.of();
		}
		LocalDate today = LocalDate.now(clock);
		List<ConditionSetChange> changed = new ArrayList<>();
		conditionSets.read(models.stream().map(it -> new Question(it, today, null, null)).toList(), since, revision)
				.forEach((question, answers) -> Optional
						.of(ConditionSetChange.of(question, answers.before(), since, answers.now(), revision))
						.filter(ConditionSetChange::isChange).ifPresent(changed::add));
		return changed;
	}
}
