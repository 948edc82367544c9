package org.imprimatur.force.compare;

import java.time.LocalDate;
import java.util.List;
import org.imprimatur.force.derivation.Step;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Ref;
import org.jspecify.annotations.Nullable;

/**
 * That one condition stands otherwise than before.
 *
 * @param kind what the change comes to
 * @param since the first day on which it stands as it does after the change
 * @param condition the condition
 * @param instrument the instrument that imposes it
 * @param before how it stood; {@code null} if it was not there
 * @param after how it stands; {@code null} if it is not there
 * @param causedBy what brought the change about: effects with their instruments, conditions, categories, the instrument
 *     itself; where only a date of the condition's own passed, the condition
 * @param because the steps in which the two derivations differ, as far as they decide the change: those that held
 *     before and are gone, then those that hold after; none where only exceptions came or went, or a deadline passed
 */
public record Change(ChangeKind kind, LocalDate since, Ref<Condition> condition, Ref<Instrument> instrument,
		@Nullable AppliedCondition before, @Nullable AppliedCondition after, List<Ref<Entity>> causedBy,
		List<Step> because) {
}
