/** What happened to a node, in order of date. */
@NullMarked
package org.imprimatur.force.timeline;

import org.jspecify.annotations.NullMarked;
