package org.imprimatur.api.conditions;

import java.util.List;
import org.imprimatur.force.compare.Change;
import org.imprimatur.force.compare.Difference;
import org.imprimatur.force.compare.StandingChange;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** In what two condition sets of a model differ, as the schema's {@code ConditionSetDiff} shows it. */
record ConditionSetDiffAnswer(Ref<Model> model, List<Ref<Instrument>> without, ConditionSetAnswer before,
		ConditionSetAnswer after, String summary, List<Change> changes, List<StandingChange> standings,
		@Nullable EdtfDate through, boolean beyondCoverage) {

	static ConditionSetDiffAnswer of(Difference difference, String summary, List<Ref<Instrument>> without,
			int revision) {
		List<ConditionSet> sets = List.of(difference.before(), difference.after());
		return new ConditionSetDiffAnswer(new Ref<>(difference.before().question().model()), without,
				ConditionSetAnswer.of(difference.before(), revision),
				ConditionSetAnswer.of(difference.after(), revision), summary, difference.changes(),
				difference.standings(), ConditionSet.through(sets),
				sets.stream().anyMatch(ConditionSet::beyondCoverage));
	}
}
