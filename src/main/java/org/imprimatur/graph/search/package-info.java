/** Finds entities by the words of their records and by what they are called. */
@NullMarked
package org.imprimatur.graph.search;

import org.jspecify.annotations.NullMarked;
