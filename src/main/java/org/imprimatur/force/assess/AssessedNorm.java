package org.imprimatur.force.assess;

import org.imprimatur.force.judge.AppliedCondition;

/**
 * A norm as it bears on a party.
 *
 * @param applied the norm as it stands on the day
 * @param certain whether it surely is in force and surely bears on the party
 * @param binding whether it binds in law; a commitment or a request does not
 * @param statement what it means for the party, in one sentence
 */
public record AssessedNorm(AppliedCondition applied, boolean certain, boolean binding, String statement) {
}
