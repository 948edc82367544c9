/** How statements reach Neo4j: sessions, planning, the live predicate, and what can fail. */
@NullMarked
package org.imprimatur.graph.connection;

import org.jspecify.annotations.NullMarked;
