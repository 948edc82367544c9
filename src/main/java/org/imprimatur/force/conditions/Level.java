package org.imprimatur.force.conditions;

/** How a model stands (design, "The rules of force", rule 7), the strictest first. */
public enum Level {
	/** It is forbidden to provide, export or use the model. */
	PROHIBITED,
	/** Providing, exporting or using the model needs a licence. */
	LICENCE_REQUIRED,
	/** Either of them with an exception, or a ban for some data, recipients or purposes. */
	LIMITED,
	/** Another duty, payments apart. */
	CONDITIONAL,
	/**
	 * Binding conditions are in force, and none limits the developer or a deployer: others bear them, or they are
	 * payments or permissions.
	 */
	OTHERS_BOUND,
	/** Conditions are in force, and none is known to bind in law. */
	COMMITMENTS_ONLY,
	/** Nothing that is or may be in force reaches the model; the coverage says how much that means. */
	NONE_KNOWN,
	/** An uncertain condition could make it one or another level. */
	UNCERTAIN
}
