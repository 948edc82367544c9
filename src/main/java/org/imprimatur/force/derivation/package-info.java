/** What rules infer and for which reasons, what that comes to, and how it is said. */
@NullMarked
package org.imprimatur.force.derivation;

import org.jspecify.annotations.NullMarked;
