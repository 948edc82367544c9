/** In what condition sets differ, and since when and why. */
@NullMarked
package org.imprimatur.force.compare;

import org.jspecify.annotations.NullMarked;
