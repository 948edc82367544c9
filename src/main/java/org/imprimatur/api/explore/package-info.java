/** Ways through the graph as fields: search, paths, surroundings, timelines, statistics, coverage and disputes. */
@NullMarked
package org.imprimatur.api.explore;

import org.jspecify.annotations.NullMarked;
