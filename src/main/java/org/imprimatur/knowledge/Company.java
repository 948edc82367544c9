package org.imprimatur.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A developer of models, or another firm.
 *
 * @param jurisdiction where it is established, as an ISO 3166 code
 * @param parent the company that controls it
 * @param identifiers what registers call it
 */
public record Company(String id, String name, List<String> aliases, @Nullable String jurisdiction,
		@Relationship("SUBSIDIARY_OF") @Nullable Ref<Company> parent,
		@Relationship("HAS_IDENTIFIER") List<Identifier> identifiers,
		@Relationship("HAS_EVIDENCE") List<Evidence> evidence) implements Organisation {
}
