package org.imprimatur.api.explore;

/** In which order restrictions are listed. */
enum RestrictionOrder {
	START_DESC,
	START_ASC,
	MODEL_ASC,
	MODEL_DESC
}
