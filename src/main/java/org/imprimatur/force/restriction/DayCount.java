package org.imprimatur.force.restriction;

import org.jspecify.annotations.Nullable;

/**
 * How many days something went on.
 *
 * @param atLeast the days that are sure; {@code null} if it surely goes on without end
 * @param atMost these and the days that are possible; {@code null} if it may go on without end
 */
public record DayCount(@Nullable Integer atLeast, @Nullable Integer atMost) {
}
