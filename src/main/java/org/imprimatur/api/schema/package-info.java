/** Reads the schema as the map of the graph, and holds it against the data dictionary and the computed fields. */
@NullMarked
package org.imprimatur.api.schema;

import org.jspecify.annotations.NullMarked;
