/** Pages of lists: their arguments, their edges and where they stand. */
@NullMarked
package org.imprimatur.api.page;

import org.jspecify.annotations.NullMarked;
