package org.imprimatur.force.derivation;

import java.util.List;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.record.EvidenceKey;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Ref;

/**
 * What one rule makes of a case: a step of a derivation before it is put into words.
 *
 * @param rule the rule that was applied
 * @param reason what was found
 * @param outcome what it means for the answer
 * @param nodes what it was found of: the acting effect before its instrument
 * @param evidence the passages that support it
 */
public record Inference(Rule rule, Reason reason, Outcome outcome, List<Ref<Entity>> nodes,
		List<EvidenceKey> evidence) {

	/** An inference with the passages that support the fields of its nodes. */
	public static Inference of(AdmittedRecord record, Rule rule, Reason reason, Outcome outcome,
			List<? extends Entity> nodes, String... fields) {
		return new Inference(rule, reason, outcome, nodes.stream().map(it -> new Ref<Entity>(it.id())).toList(),
				nodes.stream().flatMap(it -> record.telling(it, List.of(fields)).stream()).distinct().toList());
	}
}
