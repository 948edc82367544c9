package org.imprimatur.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.imprimatur.answer.ChangedConditionSet;
import org.imprimatur.force.compare.Change;
import org.imprimatur.force.conditions.Standing;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.knowledge.EntityChange;
import org.imprimatur.knowledge.FieldChange;
import org.imprimatur.knowledge.RecordChangeKind;
import org.imprimatur.knowledge.Ref;
import org.jspecify.annotations.Nullable;

/** What differs between two states of the graph, as a curator would tell it. */
final class DifferenceReport {

	private final PrintWriter out;

	DifferenceReport(PrintWriter out) {
		this.out = out;
	}

	/** Writes each entity that differs, with its name and what differs of it, and how many there are. */
	void entities(List<EntityChange> changes) {
		changes.forEach(this::entity);
		Map<RecordChangeKind, Long> counts = new TreeMap<>(
				changes.stream().collect(Collectors.groupingBy(EntityChange::change, Collectors.counting())));
		out.printf("%s.%n", counts.isEmpty()
				? "Nothing differs"
				: counts.entrySet().stream().map(it -> "%,d %s".formatted(it.getValue(), Phrases.spoken(it.getKey())))
						.collect(Collectors.joining(", ")));
	}

	private void entity(EntityChange change) {
		out.printf("%-11s %s  %s%n", Phrases.spoken(change.change()), change.id(), change.name());
		if (change.movedFrom() != null) {
			detail("moved from %s to %s".formatted(change.movedFrom(), change.dossier()));
		}
		change.fields().forEach(this::field);
		if (change.reason() != null && !change.reason().isEmpty()) {
			detail((change.successor() == null ? "" : "into %s: ".formatted(change.successor().id()))
					+ change.reason());
		}
	}

	private void field(FieldChange change) {
		if (change.removed().isEmpty() && change.added().isEmpty()) {
			detail("%s: in another order".formatted(change.field()));
		} else if (change.removed().size() == 1 && change.added().size() == 1) {
			detail("%s: %s → %s".formatted(change.field(), change.removed().getFirst(), change.added().getFirst()));
		} else {
			change.removed().forEach(it -> detail("%s: − %s".formatted(change.field(), it)));
			change.added().forEach(it -> detail("%s: + %s".formatted(change.field(), it)));
		}
	}

	/**
	 * Writes each model whose conditions stand otherwise, with how they do, and of how many the coverage alone differs.
	 */
	void conditionSets(List<ChangedConditionSet> sets) {
		List<ChangedConditionSet> otherwise = new ArrayList<>(sets);
		otherwise.removeIf(it -> it.changes().isEmpty() && level(it.before()).equals(level(it.after())));
		for (ChangedConditionSet set : otherwise) {
			out.printf("%n%s  %s: %s%n", set.model(), set.name(), level(set.before()).equals(level(set.after()))
					? level(set.after())
					: "%s → %s".formatted(level(set.before()), level(set.after())));
			set.changes().forEach(this::condition);
		}
		int covered = sets.size() - otherwise.size();
		if (covered > 0) {
			out.printf("%nThe conditions of %s stand as before, on other sources.%n", Phrases.count(covered, "model"));
		}
	}

	private void condition(Change change) {
		detail("%s: %s → %s, by %s".formatted(change.condition().id(), state(change.before()), state(change.after()),
				change.causedBy().stream().map(Ref::id).collect(Collectors.joining(", "))));
	}

	private static String level(@Nullable Standing standing) {
		return standing == null ? "no such model" : Phrases.spoken(standing.level());
	}

	private static String state(@Nullable AppliedCondition condition) {
		return condition == null ? "not there" : Phrases.spoken(condition.state());
	}

	private void detail(String line) {
		out.printf("%12s%s%n", "", line);
	}
}
