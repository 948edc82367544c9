/** Judges one condition after the other: reach, operation, state, doubt. */
@NullMarked
package org.imprimatur.force.judge;

import org.jspecify.annotations.NullMarked;
