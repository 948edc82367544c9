/** What happened to a node, and what will, in order of date. */
@NullMarked
package org.imprimatur.force.timeline;

import org.jspecify.annotations.NullMarked;
