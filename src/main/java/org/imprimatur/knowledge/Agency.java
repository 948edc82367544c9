package org.imprimatur.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An authority or a court.
 *
 * @param kind what kind of authority it is
 * @param jurisdiction whose authority it is, as an ISO 3166 code or {@code EU}
 * @param parent the authority that it belongs to
 */
public record Agency(String id, String name, List<String> aliases, AgencyKind kind, @Nullable String jurisdiction,
		@Relationship("PART_OF") @Nullable Ref<Agency> parent,
		@Relationship("HAS_EVIDENCE") List<Evidence> evidence) implements Organisation {

	/** The kind of an authority. */
	public enum AgencyKind {
		EXECUTIVE,
		REGULATOR,
		COURT,
		LEGISLATURE
	}
}
