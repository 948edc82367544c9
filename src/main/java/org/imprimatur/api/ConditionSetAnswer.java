package org.imprimatur.api;

import java.time.LocalDate;
import java.util.List;
import org.imprimatur.force.AppliedCondition;
import org.imprimatur.force.ConditionSet;
import org.imprimatur.force.Coverage;
import org.imprimatur.force.Standing;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.jspecify.annotations.Nullable;

/** A condition set as the schema's {@code ConditionSet} shows it. */
record ConditionSetAnswer(Ref<Model> model, Receipt receipt, Standing standing, List<AppliedCondition> conditions,
		Coverage coverage) {

	/** What was asked, with every clock resolved. */
	record Receipt(LocalDate asOf, @Nullable LocalDate reportedBy, @Nullable String territory, int revision) {
	}

	static ConditionSetAnswer of(ConditionSet set, int revision) {
		return new ConditionSetAnswer(new Ref<>(set.question().model()),
				new Receipt(set.question().asOf(), set.question().reportedBy(), set.question().territory(), revision),
				set.standing(), set.conditions(), set.coverage());
	}
}
