package org.imprimatur.force.derivation;

/** How a condition reaches a model (design, "The rules of force", rule 1). */
public enum Reach {
	/** Its scope names the model. */
	DIRECT,
	/** Its scope names the model that this one is a variant of, and covers variants. */
	FAMILY,
	/** Its scope names the developer or a deployer, or, where it covers subsidiaries, a parent of one. */
	COMPANY,
	/** Its scope names a category that the model, its developer or a deployer belongs to. */
	CATEGORY
}
