/** Gathers, with a statement each, what lies along the relationships between entities or all over the graph. */
@NullMarked
package org.imprimatur.graph.walk;

import org.jspecify.annotations.NullMarked;
