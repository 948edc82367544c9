/** The facts that had been reported by a day, how far they can be doubted, and what sources disagree about. */
@NullMarked
package org.imprimatur.force.record;

import org.jspecify.annotations.NullMarked;
