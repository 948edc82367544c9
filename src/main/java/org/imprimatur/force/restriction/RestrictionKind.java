package org.imprimatur.force.restriction;

import java.util.Optional;
import org.imprimatur.force.conditions.StandingRule;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Modality;

/** What a norm that restricts is by itself (design, "The rules of force", rule 7), the strictest first. */
public enum RestrictionKind {
	/** It forbids to provide, export or use the model. */
	PROHIBITED,
	/** It takes a licence to provide, export or use it. */
	LICENCE_REQUIRED,
	/** It forbids, or takes a licence for, some data, recipients or purposes, or something about the model. */
	LIMITED;

	/** What the norm is, if it restricts. */
	static Optional<RestrictionKind> of(Condition norm) {
		return norm.modality() == Modality.PROHIBITION || norm.modality() == Modality.LICENCE_REQUIRED
				? Optional.of(valueOf(StandingRule.level(norm).name()))
				: Optional.empty();
	}
}
