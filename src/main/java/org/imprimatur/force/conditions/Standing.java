package org.imprimatur.force.conditions;

import java.util.List;
import java.util.Set;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What the conditions come to for those who develop and offer the model (design, "The rules of force", rule 7).
 *
 * @param level the level
 * @param territory where that is: the territory asked, else where it is strictest; {@code null} if that is everywhere
 * @param because the conditions that make it so, or may
 * @param possible the levels that it may be; one unless uncertain
 */
public record Standing(Level level, @Nullable String territory, List<Ref<Condition>> because, Set<Level> possible) {
}
