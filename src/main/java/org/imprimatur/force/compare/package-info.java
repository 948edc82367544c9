/** Condition sets side by side, and in what they differ, since when and why. */
@NullMarked
package org.imprimatur.force.compare;

import org.jspecify.annotations.NullMarked;
