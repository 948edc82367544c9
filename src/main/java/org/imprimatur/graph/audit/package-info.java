/** Reads all that there is in the graph, with whatever is not as publishing would have written it. */
@NullMarked
package org.imprimatur.graph.audit;

import org.jspecify.annotations.NullMarked;
