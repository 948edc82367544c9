package org.imprimatur.knowledge;

import org.imprimatur.time.Delay;

/**
 * A date that is counted from another: "five years from entry into force", "ten business days after notice" (design,
 * "The domain"). The day from which is counted is not counted itself. While the other date is not known, it never
 * comes.
 *
 * @param of the instrument or the condition from whose date it is counted
 * @param field which of its dates: issued, published, effective.start or effective.end of an instrument; period.start,
 *     period.end, deadline or met (when it was first found met) of a condition
 * @param delay how long after: 5 years, 6 months, 2 weeks, 30 days, 10 business days
 */
public record RelativeDate(@Relationship("COUNTED_FROM") Ref<Entity> of, String field, String delay) {

	/** How long after, as it is counted. */
	public Delay counted() {
		return Delay.parse(delay);
	}
}
