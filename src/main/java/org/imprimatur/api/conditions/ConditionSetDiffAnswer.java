package org.imprimatur.api.conditions;

import java.util.List;
import org.imprimatur.force.compare.Change;
import org.imprimatur.force.compare.Difference;
import org.imprimatur.force.compare.StandingChange;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;

/** In what two condition sets of a model differ, as the schema's {@code ConditionSetDiff} shows it. */
record ConditionSetDiffAnswer(Ref<Model> model, List<Ref<Instrument>> without, ConditionSetAnswer before,
		ConditionSetAnswer after, List<Change> changes, List<StandingChange> standings) {

	static ConditionSetDiffAnswer of(Difference difference, List<Ref<Instrument>> without, int revision) {
		return new ConditionSetDiffAnswer(new Ref<>(difference.before().question().model()), without,
				ConditionSetAnswer.of(difference.before(), revision),
				ConditionSetAnswer.of(difference.after(), revision), difference.changes(), difference.standings());
	}
}
