package org.imprimatur.force.judge;

import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Ref;

/** A condition as one of its instruments imposes it: what tells an applied condition from the others of its set. */
public record Imposed(Ref<Condition> condition, Ref<Instrument> by) {
}
