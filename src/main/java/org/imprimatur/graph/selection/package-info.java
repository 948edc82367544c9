/** What a client selects: compiled to one Cypher statement, or walked where the graph is in this process. */
@NullMarked
package org.imprimatur.graph.selection;

import org.jspecify.annotations.NullMarked;
