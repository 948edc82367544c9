package org.imprimatur.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A half-open interval of days: the first day that belongs to it, and the first day that no longer does.
 *
 * @param start the first day, or {@code null} where the period has no known beginning (since always)
 * @param end the first day after the period, or {@code null} where no end is known (open)
 */
public record Period(@Nullable EdtfDate start, @Nullable EdtfDate end) {

	/** Whether {@code day} lies in the period; uncertain where an uncertain bound leaves it open. */
	public Truth contains(LocalDate day) {
		return started(day).and(ended(day).not());
	}

	/** Whether the period had begun on {@code day}. */
	public Truth started(LocalDate day) {
		return start == null ? Truth.TRUE : start.onOrBefore(day);
	}

	/** Whether the period was over on {@code day}. */
	public Truth ended(LocalDate day) {
		return end == null ? Truth.FALSE : end.onOrBefore(day);
	}
}
