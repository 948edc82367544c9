package org.imprimatur.force.assess;

import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Party;
import org.jspecify.annotations.Nullable;

/** A {@link Conduct}, with its parties as they had been reported. */
record Asked(Party party, Action action, @Nullable Party recipient, @Nullable String destination) {
}
