package org.imprimatur.knowledge;

import java.util.List;

/**
 * A part of an entity's facts that is reported, doubted and disputed by itself (design, "The rules of force", rule 4).
 */
public sealed interface EvidencedPart
		permits
		Condition.Finding,
		Model.Release,
		Category.Membership {

	/** The passages that bear on this part; those on the entity's field bear on a part that has none. */
	List<Evidence> evidence();

	/** The field of the entity that holds such parts. */
	String field();
}
