package org.imprimatur.answer;

import java.time.LocalDate;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.ConditionSets;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, with every clock resolved, and what was answered: with it the answer can be asked for again, and
 * proved.
 *
 * @param set the answer
 * @param revision our record's clock: the revision of the graph
 */
public record Receipt(ConditionSet set, int revision) {

	/** The legal clock: the day on which the conditions apply. */
	public LocalDate asOf() {
		return set.question().asOf();
	}

	/** The public record's clock; all of the record if absent. */
	public @Nullable LocalDate reportedBy() {
		return set.question().reportedBy();
	}

	/** The territory asked; where it is strictest if absent. */
	public @Nullable String territory() {
		return set.question().territory();
	}

	/** The version of the rules that answered. */
	public String rules() {
		return ConditionSets.VERSION;
	}

	/** The answer's content in canonical form. */
	public String content() {
		return CanonicalConditionSet.write(set);
	}

	/** The digest of the answer's content. */
	public String digest() {
		return CanonicalConditionSet.digest(set);
	}
}
