package org.imprimatur.force.judge;

import java.util.List;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Ref;

/**
 * Gives each norm the permissions that carve out of it. They do not lift it: both stand (design, "The rules of force", rule 3).
 *
 * @param facts the conditions' facts
 * @param conditions the conditions that reach the model, judged one by one
 */
record Exceptions(Facts facts, List<AppliedCondition> conditions) {

	/** The conditions with their exceptions. */
	List<AppliedCondition> filled() {
		return conditions.stream().map(this::filled).toList();
	}

	private AppliedCondition filled(AppliedCondition it) {
		List<Ref<Condition>> exceptions = conditions.stream()
				.filter(other -> other.possiblyInForce() && excepts(other, it)).map(AppliedCondition::condition)
				.distinct().toList();
		return exceptions.isEmpty()
				? it
				: new AppliedCondition(it.condition(), it.instrument(), it.reach(), it.via(), it.territory(),
						it.period(), it.effective(), it.state(), it.reason(), it.possible(), it.causedBy(),
						it.compliance(), exceptions,
						it.amendments(), it.disputes(), it.derivation());
	}

	private boolean excepts(AppliedCondition permission, AppliedCondition norm) {
		return facts.find(permission.condition(), Condition.class).filter(it -> it.modality() == Modality.PERMISSION)
				.map(it -> it.exceptionTo().contains(norm.condition())).orElse(false);
	}
}
