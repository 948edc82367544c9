package org.imprimatur.api;

import java.util.List;
import org.imprimatur.answer.Receipt;
import org.imprimatur.force.AppliedCondition;
import org.imprimatur.force.ConditionSet;
import org.imprimatur.force.Coverage;
import org.imprimatur.force.Standing;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;

/** A condition set as the schema's {@code ConditionSet} shows it. */
record ConditionSetAnswer(Ref<Model> model, Receipt receipt, Standing standing, List<AppliedCondition> conditions,
		Coverage coverage) {

	static ConditionSetAnswer of(ConditionSet set, int revision) {
		return new ConditionSetAnswer(new Ref<>(set.question().model()), new Receipt(set, revision), set.standing(),
				set.conditions(), set.coverage());
	}
}
