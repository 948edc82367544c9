package org.imprimatur.force.compare;

import java.time.LocalDate;
import org.imprimatur.force.conditions.Standing;

/**
 * That a model stands otherwise than before.
 *
 * @param since the first day on which it stands as it does after the change
 * @param before how it stood
 * @param after how it stands
 */
public record StandingChange(LocalDate since, Standing before, Standing after) {
}
