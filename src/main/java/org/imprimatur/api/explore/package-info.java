/** Ways through the graph as fields: search, paths, timelines, restrictions, statistics, coverage and disputes. */
@NullMarked
package org.imprimatur.api.explore;

import org.jspecify.annotations.NullMarked;
