/** Anchors, records and revisions: how they are written, and read as our record stood. */
@NullMarked
package org.imprimatur.graph.record;

import org.jspecify.annotations.NullMarked;
