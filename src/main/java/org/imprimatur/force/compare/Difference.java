package org.imprimatur.force.compare;

import java.util.List;
import org.imprimatur.force.conditions.ConditionSet;

/**
 * In what two condition sets of a model differ.
 *
 * @param before the one set
 * @param after the other
 * @param changes what has to be done to the one to come to the other, day by day, in the order of the days
 * @param standings the changes of what the conditions come to
 */
public record Difference(ConditionSet before, ConditionSet after, List<Change> changes,
		List<StandingChange> standings) {
}
