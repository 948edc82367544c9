package org.imprimatur.force.judge;

import java.util.List;
import org.imprimatur.force.record.Days;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Finding;
import org.imprimatur.knowledge.Condition.Performance;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/** Whether a duty was met: by its last finding, or else by its deadline (design, "The rules of force", rule 5). */
final class ComplianceRule {

	private ComplianceRule() {
	}

	/**
	 * The compliance on the day; {@code null} for what is no duty, unless it is a prohibition of which something was
	 * found.
	 *
	 * @param certain whether the findings are
	 * @param deadline the last day of a duty, as far as it is known
	 */
	static @Nullable Compliance of(Condition condition, boolean certain, @Nullable EdtfDate deadline, EdtfDate day) {
		List<Finding> possible = condition.findings().stream().filter(it -> Days.reached(it.day(), day).possible())
				.toList();
		return switch (condition.modality()) {
			case OBLIGATION -> possible.isEmpty() ? unfound(condition, deadline, day) : found(possible, certain, day);
			case PROHIBITION, LICENCE_REQUIRED -> possible.isEmpty() ? null : found(possible, certain, day);
			case PERMISSION -> null;
		};
	}

	private static Compliance found(List<Finding> possible, boolean certain, EdtfDate day) {
		List<Finding> last = possible.stream()
				.filter(it -> possible.stream().noneMatch(other -> it.day().before(other.day()) == Truth.TRUE))
				.toList();
		boolean sure = certain && last.stream().allMatch(it -> Days.reached(it.day(), day) == Truth.TRUE)
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
