/** Statements that gather what lies along the relationships between entities. */
@NullMarked
package org.imprimatur.graph.walk;

import org.jspecify.annotations.NullMarked;
