package org.imprimatur.knowledge;

import java.util.List;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Who signs or receives.
 *
 * @param offices the offices that the person is known to have held
 */
public record Person(String id, String name, List<String> aliases,
		@Relationship("HOLDS_OFFICE") List<Office> offices,
		@Relationship("HAS_EVIDENCE") List<Evidence> evidence) implements Party {

	/**
	 * An office held.
	 *
	 * @param title the office, as its holder is styled
	 * @param at the agency or company
	 * @param period when, as far as known
	 */
	public record Office(String title, @Relationship("OFFICE_AT") Ref<Organisation> at, @Nullable Period period) {
	}
}
