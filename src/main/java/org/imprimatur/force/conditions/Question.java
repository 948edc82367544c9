package org.imprimatur.force.conditions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked: which conditions apply to a model.
 *
 * @param model the id of the model
 * @param asOf the day on which they apply (the legal clock)
 * @param reportedBy the last day of the public record by which it is judged; all of the record if absent
 * @param territory where they apply, as an ISO 3166 code or {@code EU}; where it is strictest if absent
 */
public record Question(String model, LocalDate asOf, @Nullable LocalDate reportedBy, @Nullable String territory) {
}
