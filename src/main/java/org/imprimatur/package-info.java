/** Imprimatur: which conditions apply to which AI model, on which day, and why. */
@NullMarked
package org.imprimatur;

import org.jspecify.annotations.NullMarked;
