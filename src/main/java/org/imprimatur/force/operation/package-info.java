/** Which instruments and effects operate on a day, and what these have amended. */
@NullMarked
package org.imprimatur.force.operation;

import org.jspecify.annotations.NullMarked;
