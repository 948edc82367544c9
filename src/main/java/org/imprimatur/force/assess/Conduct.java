package org.imprimatur.force.assess;

import org.imprimatur.knowledge.Condition.Action;
import org.jspecify.annotations.Nullable;

/**
 * Who does what towards whom, and where.
 *
 * @param party the id of the company, agency, person or category that acts
 * @param action what it does
 * @param recipient the id of the party towards which it does so; open if absent
 * @param destination where the recipient receives it, as an ISO 3166 code; open if absent
 */
public record Conduct(String party, Action action, @Nullable String recipient,
		@Nullable String destination) {
}
