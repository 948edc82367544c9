/** The constraints and indexes of the graph, numbered, each applied once. */
@NullMarked
package org.imprimatur.graph.schema;

import org.jspecify.annotations.NullMarked;
