package org.imprimatur.force.derivation;

import java.util.List;
import org.imprimatur.force.record.EvidenceKey;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.Truth;

/**
 * One step of a derivation (design, "The rules of force", rule 6): an inference in words.
 *
 * @param rule the rule that was applied
 * @param statement what was found, in one sentence for people
 * @param outcome what it means for the answer
 * @param nodes what it was found of: the acting effect before its instrument
 * @param evidence the passages that support it
 */
public record Step(Rule rule, String statement, Outcome outcome, List<Ref<Entity>> nodes, List<EvidenceKey> evidence) {

	/** Whether what was found is certain. */
	public boolean certain() {
		return outcome.truth() != Truth.UNCERTAIN;
	}
}
