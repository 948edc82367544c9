/** The steps of a derivation, their sentences, and what they come to. */
@NullMarked
package org.imprimatur.force.derivation;

import org.jspecify.annotations.NullMarked;
