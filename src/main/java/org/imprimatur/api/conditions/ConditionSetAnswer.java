package org.imprimatur.api.conditions;

import java.util.List;
import org.imprimatur.answer.Receipt;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.Coverage;
import org.imprimatur.force.conditions.Standing;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** A condition set as the schema's {@code ConditionSet} shows it. */
public record ConditionSetAnswer(Ref<Model> model, Receipt receipt, String summary, Standing standing,
		List<AppliedCondition> conditions, Coverage coverage, @Nullable EdtfDate through, boolean beyondCoverage) {

	public static ConditionSetAnswer of(ConditionSet set, int revision) {
		return new ConditionSetAnswer(new Ref<>(set.question().model()), new Receipt(set, revision), set.summary(),
				set.standing(), set.conditions(), set.coverage(), set.through(), set.beyondCoverage());
	}
}
