/** Anchors and records in Neo4j, and selections of them compiled to Cypher, which is written only here. */
@NullMarked
package org.imprimatur.graph;

import org.jspecify.annotations.NullMarked;
