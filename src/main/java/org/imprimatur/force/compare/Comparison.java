package org.imprimatur.force.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.force.judge.Imposed;
import org.imprimatur.knowledge.Facts;

/**
 * Compares two condition sets of a model, condition by condition.
 *
 * @param before the one set
 * @param factsBefore the facts that it was derived from
 * @param after the other set
 * @param factsAfter the facts that the other was derived from
 */
record Comparison(ConditionSet before, Facts factsBefore, ConditionSet after, Facts factsAfter) {

	/** The conditions that stand otherwise in the other set, in the order of their ids. */
	List<Change> changes() {
		Map<Imposed, AppliedCondition> earlier = byImposed(before);
		Map<Imposed, AppliedCondition> later = byImposed(after);
		Set<Imposed> all = new LinkedHashSet<>(earlier.keySet());
		all.addAll(later.keySet());
		List<Change> changes = new ArrayList<>();
		for (Imposed it : all) {
			AppliedCondition one = earlier.get(it);
			AppliedCondition other = later.get(it);
			if (one == null || other == null || !one.standsAs(other)) {
				Reasons reasons = new Reasons(this, one, other);
				changes.add(new Change(ChangeKind.of(one == null ? null : one.state(),
						other == null ? null : other.state()), since(), it.condition(), it.by(), one, other,
						reasons.causes(), reasons.steps()));
			}
		}
		return changes.stream().sorted(Comparator.comparing((Change it) -> it.condition().id())
				.thenComparing(it -> it.instrument().id())).toList();
	}

	/** The change of what the conditions come to, if it is one. */
	List<StandingChange> standings() {
		return before.standing().equals(after.standing())
				? List.of()
				: List.of(new StandingChange(since(), before.standing(), after.standing()));
	}

	private LocalDate since() {
		return after.question().asOf();
	}

	private static Map<Imposed, AppliedCondition> byImposed(ConditionSet set) {
		Map<Imposed, AppliedCondition> byImposed = new LinkedHashMap<>();
		set.conditions().forEach(it -> byImposed.put(it.imposed(), it));
		return byImposed;
	}
}
