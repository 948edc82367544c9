package org.imprimatur.time;

import org.jspecify.annotations.Nullable;

/**
 * A half-open interval of days: the first day that belongs to it, and the first day that no longer does.
 *
 * @param start the first day, or {@code null} where the period has no known beginning (since always)
 * @param end the first day after the period, or {@code null} where no end is known (open)
 */
public record Period(@Nullable EdtfDate start, @Nullable EdtfDate end) {
}
