/** The condition set of a model on a day: what applies, what it comes to, and how far the sources go. */
@NullMarked
package org.imprimatur.force.conditions;

import org.jspecify.annotations.NullMarked;
