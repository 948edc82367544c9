package org.imprimatur.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.imprimatur.force.compare.Change;
import org.imprimatur.force.compare.Changes;
import org.imprimatur.force.compare.Difference;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.conditions.Standing;
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
	 * The condition sets of a day that have another digest, of all models, in the order of their ids.
	 *
	 * @param before all facts of one state of the record
	 * @param after all facts of another
	 */
	public static List<ChangedConditionSet> between(Facts before, Facts after, LocalDate day) {
		TreeMap<String, Model> models = new TreeMap<>();
		Stream.of(before, after).flatMap(it -> it.all(Model.class).stream()).forEach(it -> models.put(it.id(), it));
		return models.values().stream().flatMap(it -> of(it, before, after, day).stream()).toList();
	}

	private static Optional<ChangedConditionSet> of(Model model, Facts before, Facts after, LocalDate day) {
		Difference difference = Changes.between(before, after, new Question(model.id(), day, null, null));
		Standing then = before.find(model.id(), Model.class).isPresent() ? difference.before().standing() : null;
		Standing now = after.find(model.id(), Model.class).isPresent() ? difference.after().standing() : null;
		return then != null && now != null && digest(difference.before()).equals(digest(difference.after()))
				? Optional.empty()
				: Optional.of(new ChangedConditionSet(model.id(), model.name(), then, now, difference.changes()));
	}

	private static String digest(ConditionSet set) {
		return CanonicalConditionSet.digest(set);
	}
}
