/** Which models were ever restricted: by which norms, from when to when, and how that stands. */
@NullMarked
package org.imprimatur.force.restriction;

import org.jspecify.annotations.NullMarked;
