package org.imprimatur.force.conditions;

import java.util.List;
import org.imprimatur.force.judge.AppliedCondition;

/**
 * The conditions that reach a model, with their states on the day; what was not issued yet is left out.
 *
 * @param question what was asked
 * @param conditions in force first, then suspended, uncertain, not yet in force and ended; within a state by the day on
 *     which the instrument was issued, then by id
 * @param standing what they come to for the model
 * @param coverage what the answer rests on
 */
public record ConditionSet(Question question, List<AppliedCondition> conditions, Standing standing, Coverage coverage) {
}
