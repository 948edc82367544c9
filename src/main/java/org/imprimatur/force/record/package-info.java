/** The facts that had been reported by a day, and how far they can be doubted. */
@NullMarked
package org.imprimatur.force.record;

import org.jspecify.annotations.NullMarked;
