package org.imprimatur.api.publishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.imprimatur.answer.ChangedConditionSet;
import org.imprimatur.answer.PublicationDifference;
import org.imprimatur.force.compare.Change;
import org.imprimatur.force.compare.ChangeKind;
import org.imprimatur.force.conditions.Level;
import org.imprimatur.force.conditions.Standing;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.derivation.Step;
import org.imprimatur.graph.record.Revision;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.EntityChange;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What came of a publication, as JSON.
 *
 * @param revision the revision that it made; none if nothing changed, or it was a dry run
 * @param comparedWith the number of the revision that the changes are told against
 * @param changes what becomes of each entity
 * @param conditionSets the condition sets of the day asked that are others by it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublicationAnswer(@Nullable Revision revision, int comparedWith, List<EntityChange> changes,
		List<ConditionSet> conditionSets) {

	/** How a model stood and stands, and the conditions that stand otherwise. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ConditionSet(String model, String name, @Nullable Level before, @Nullable Level after,
			List<ChangedCondition> conditions) {

		private static ConditionSet of(ChangedConditionSet set) {
			return new ConditionSet(set.model(), set.name(), level(set.before()), level(set.after()),
					set.changes().stream().map(ChangedCondition::of).toList());
		}

		private static @Nullable Level level(@Nullable Standing standing) {
			return standing == null ? null : standing.level();
		}
	}

	/**
	 * A condition that stands otherwise.
	 *
	 * @param causedBy what brought that about
	 * @param heldBefore what was derived before, and decided it, and is not derived any more
	 * @param holdsNow what is derived now instead
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ChangedCondition(Ref<Condition> condition, Ref<Instrument> instrument, ChangeKind change,
			@Nullable State before, @Nullable State after, List<Ref<Entity>> causedBy, List<String> heldBefore,
			List<String> holdsNow) {

		private static ChangedCondition of(Change it) {
			List<Step> now = it.after() == null ? List.of() : it.after().derivation();
			return new ChangedCondition(it.condition(), it.instrument(), it.kind(),
					it.before() == null ? null : it.before().state(), it.after() == null ? null : it.after().state(),
					it.causedBy(),
					it.because().stream().filter(step -> !now.contains(step)).map(Step::statement).toList(),
					it.because().stream().filter(now::contains).map(Step::statement).toList());
		}
	}

	static PublicationAnswer of(@Nullable Revision revision, int comparedWith, PublicationDifference difference) {
		return new PublicationAnswer(revision, comparedWith, difference.entities(),
				difference.conditionSets().stream().map(ConditionSet::of).toList());
	}
}
