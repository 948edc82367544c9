package org.imprimatur.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * That an id stands for nothing any more (design, "The domain").
 *
 * @param id the id that was withdrawn
 * @param reason why, in words
 * @param successor what it was merged into, if it was
 */
public record Withdrawal(String id, String reason, @Nullable Ref<Entity> successor) {
}
