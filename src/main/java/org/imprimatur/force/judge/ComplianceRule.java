package org.imprimatur.force.judge;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
	 * @param known whether a finding is
	 * @param deadline the last day of a duty, as far as it is known
	 */
	static @Nullable Compliance of(Condition condition, Predicate<Finding> known, @Nullable EdtfDate deadline,
			EdtfDate day) {
		List<Finding> possible = condition.findings().stream().filter(it -> Days.reached(it.day(), day).possible())
				.toList();
		Predicate<Finding> sure = known.and(it -> Days.reached(it.day(), day) == Truth.TRUE);
		return switch (condition.modality()) {
			case OBLIGATION -> possible.isEmpty() ? unfound(condition, deadline, day) : found(possible, sure);
			case PROHIBITION, LICENCE_REQUIRED -> possible.isEmpty() ? null : found(possible, sure);
			case PERMISSION -> null;
		};
	}

	// Whatever may be the last finding has to say the same, and one has to be sure.
	private static Compliance found(List<Finding> possible, Predicate<Finding> sure) {
		List<Finding> certain = possible.stream().filter(sure).toList();
		Set<Condition.Outcome> last = possible.stream()
				.filter(it -> certain.stream().noneMatch(other -> it.day().before(other.day()) == Truth.TRUE))
				.map(Finding::outcome).collect(Collectors.toSet());
		if (certain.isEmpty() || last.size() > 1) {
			return Compliance.NOT_ESTABLISHED;
		}
		return last.contains(Condition.Outcome.MET) ? Compliance.MET : Compliance.BREACHED;
	}

	private static Compliance unfound(Condition condition, @Nullable EdtfDate deadline, EdtfDate day) {
		boolean due = deadline == null
				? condition.performance() != Performance.CONTINUING
				: Days.reached(day, deadline) == Truth.TRUE;
		return due ? Compliance.DUE : Compliance.NOT_ESTABLISHED;
	}
}
