package org.imprimatur.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a regulator acts: cyber-offence, critical infrastructure, military use, privacy.
 *
 * @param description what is feared, in our words
 */
public record Concern(String id, String name, List<String> aliases, @Nullable String description,
		@Relationship("HAS_EVIDENCE") List<Evidence> evidence) implements Entity {
}
