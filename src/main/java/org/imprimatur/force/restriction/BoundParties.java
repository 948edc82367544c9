package org.imprimatur.force.restriction;

/** Whom a restriction binds. */
public enum BoundParties {
	/** The developer or a deployer of the model, at least on some days; others perhaps as well. */
	MAKERS,
	/** Others alone. */
	OTHERS,
	/** It is uncertain whether it binds the developer or a deployer. */
	UNCERTAIN
}
