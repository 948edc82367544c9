package org.imprimatur.answer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.imprimatur.force.compare.Change;
import org.imprimatur.force.compare.Changes;
import org.imprimatur.force.compare.Difference;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.conditions.Standing;
import org.imprimatur.graph.walk.FactsWalk;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Model;
import org.jspecify.annotations.Nullable;

/**
 * That a model's condition set is another by other facts.
 *
 * @param model the id of the model
 * @param name what it is called
 * @param before how it stood; {@code null} if there was no such model
 * @param after how it stands; {@code null} if there is no such model any more
 * @param changes the conditions that stand otherwise; none where only the coverage is another
 */
public record ChangedConditionSet(String model, String name, @Nullable Standing before, @Nullable Standing after,
		List<Change> changes) {

	/**
	 * The condition sets of a day that have another digest, in the order of their models' ids.
	 *
	 * @param before all facts of one state of the record
	 * @param after all facts of another
	 * @param changed the ids of the entities in which these differ
	 */
	static List<ChangedConditionSet> between(Facts before, Facts after, Collection<String> changed, LocalDate day) {
		FactsWalk then = new FactsWalk(before);
		FactsWalk now = new FactsWalk(after);
		SortedSet<String> models = new TreeSet<>(then.models(changed));
		models.addAll(now.models(changed));
		return models.stream().flatMap(model -> {
			// What bears on it in one state alone tells, in the other, why it no longer does.
			Set<String> bearing = new HashSet<>(then.about(model));
			bearing.addAll(now.about(model));
			return of(model, then.facts(bearing), now.facts(bearing), day).stream();
		}).toList();
	}

	private static Optional<ChangedConditionSet> of(String id, Facts before, Facts after, LocalDate day) {
		Difference difference = Changes.between(before, after, new Question(id, day, null, null));
		Optional<Model> past = before.find(id, Model.class);
		Optional<Model> present = after.find(id, Model.class);
		if (past.isPresent() && present.isPresent()
				&& digest(difference.before()).equals(digest(difference.after()))) {
			return Optional.empty();
		}
		return Optional.of(new ChangedConditionSet(id, present.or(() -> past).orElseThrow().name(),
				past.map(it -> difference.before().standing()).orElse(null),
				present.map(it -> difference.after().standing()).orElse(null), difference.changes()));
	}

	private static String digest(ConditionSet set) {
		return CanonicalConditionSet.digest(set);
	}
}
