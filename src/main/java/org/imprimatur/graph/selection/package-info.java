/** What a client selects, compiled to one Cypher statement and read back as rows. */
@NullMarked
package org.imprimatur.graph.selection;

import org.jspecify.annotations.NullMarked;
