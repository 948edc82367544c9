package org.imprimatur.force.judge;

import java.util.List;
import org.imprimatur.force.record.Days;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Finding;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.Condition.Performance;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/** Whether a duty was met: by its last finding, or else by its deadline (design, "The rules of force", rule 5). */
final class ComplianceRule {

	private ComplianceRule() {
	}

	/** The compliance of a duty on the day; {@code null} for what is no duty. */
	static @Nullable Compliance of(Condition condition, @Nullable EdtfDate deadline, EdtfDate day) {
		if (condition.modality() != Modality.OBLIGATION) {
			return null;
		}
		List<Finding> possible = condition.findings().stream().filter(it -> Days.reached(it.day(), day).possible())
				.toList();
		return possible.isEmpty() ? unfound(condition, deadline, day) : found(possible, day);
	}

	private static Compliance found(List<Finding> possible, EdtfDate day) {
		List<Finding> last = possible.stream()
				.filter(it -> possible.stream().noneMatch(other -> it.day().before(other.day()) == Truth.TRUE))
				.toList();
		boolean sure = last.stream().allMatch(it -> Days.reached(it.day(), day) == Truth.TRUE)
				&& last.stream().map(Finding::outcome).distinct().count() == 1;
		if (!sure) {
			return Compliance.NOT_ESTABLISHED;
		}
		return last.getFirst().outcome() == Condition.Outcome.MET ? Compliance.MET : Compliance.BREACHED;
	}

	private static Compliance unfound(Condition condition, @Nullable EdtfDate deadline, EdtfDate day) {
		boolean due = deadline == null
				? condition.performance() != Performance.CONTINUING
				: Days.reached(day, deadline) == Truth.TRUE;
		return due ? Compliance.DUE : Compliance.NOT_ESTABLISHED;
	}
}
