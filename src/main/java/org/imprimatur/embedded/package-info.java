/** The in-process Neo4j, for whoever has no server. */
@NullMarked
package org.imprimatur.embedded;

import org.jspecify.annotations.NullMarked;
