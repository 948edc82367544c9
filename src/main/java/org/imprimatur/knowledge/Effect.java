package org.imprimatur.knowledge;

import java.util.List;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What one instrument does to another instrument, to a condition or to an effect.
 *
 * @param title what it does, in a few words
 * @param kind what it does
 * @param target what it does it to
 * @param scope for what; for all of the target's if absent
 * @param period when; as long as its instrument if absent
 * @param endsAfter the end of its period, the first day that no longer belongs to it, where it is counted from another
 *     date
 * @param onceMet the conditions that have to be met before it operates
 * @param unlessBreached the conditions whose breach ends it
 * @param field for {@link EffectKind#AMENDS}, what changes: {@code effective.start} or {@code effective.end} of an
 *     instrument, {@code period.start} or {@code period.end} of a condition or an effect, {@code deadline} or
 *     {@code penalty} of a condition
 * @param value for {@link EffectKind#AMENDS}, its new value, as a dossier would write it; {@code ..} for a bound that
 *     is open
 */
public record Effect(String id, String title, EffectKind kind,
		@Relationship("AFFECTS") Ref<Entity> target,
		@Relationship("HAS_SCOPE") @Nullable Scope scope, @Nullable Period period,
		@Relationship("HAS_END") @Nullable RelativeDate endsAfter,
		@Relationship("ONCE_MET") List<Ref<Condition>> onceMet,
		@Relationship("UNLESS_BREACHED") List<Ref<Condition>> unlessBreached, @Nullable String field,
		@Nullable String value, @Relationship("HAS_EVIDENCE") List<Evidence> evidence) implements Entity {

	@Override
	public String name() {
		return title;
	}

	/** The kinds of effect, after legislation.gov.uk's. */
	public enum EffectKind {
		/** Ends the target. */
		REVOKES,
		/** Ends the target and stands in its place. */
		SUPERSEDES,
		/** Leaves the target without force for as long as the suspension operates. */
		SUSPENDS,
		/** Makes the target void from its beginning. */
		ANNULS,
		/** Moves a start, an end or a deadline of the target, or changes its penalty. */
		AMENDS,
		/** Leaves the target as it is, as when a stay is refused. */
		UPHOLDS
	}
}
