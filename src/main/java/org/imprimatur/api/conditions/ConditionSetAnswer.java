package org.imprimatur.api.conditions;

import java.util.List;
import java.util.Optional;
import org.imprimatur.answer.Receipt;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.Coverage;
import org.imprimatur.force.conditions.Standing;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** A condition set as the schema's {@code ConditionSet} shows it. */
public record ConditionSetAnswer(Ref<Model> model, Receipt receipt, String summary, Standing standing,
		List<AppliedCondition> conditions, Coverage coverage, @Nullable EdtfDate through, boolean beyondCoverage) {

	/**
	 * What tells it from every other: its model, and its receipt without the revision, which an id names where it is a
	 * version's. What would be is another set than what is, and its digest tells them apart.
	 */
	public String id() {
		UriComponentsBuilder id = UriComponentsBuilder.fromPath(model.id())
				.queryParam("asOf", receipt.asOf());
		Optional.ofNullable(receipt.reportedBy()).ifPresent(it -> id.queryParam("reportedBy", it));
		Optional.ofNullable(receipt.territory()).ifPresent(it -> id.queryParam("territory", it));
		return id.queryParam("rules", receipt.rules()).queryParam("digest", receipt.digest()).build().toString();
	}

	public static ConditionSetAnswer of(ConditionSet set, int revision) {
		return new ConditionSetAnswer(new Ref<>(set.question().model()), new Receipt(set, revision), set.summary(),
				set.standing(), set.conditions(), set.coverage(), set.through(), set.beyondCoverage());
	}
}
