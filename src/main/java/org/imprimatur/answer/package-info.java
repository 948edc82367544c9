/** Answers from a revision of the graph, kept as long as they are asked for. */
@NullMarked
package org.imprimatur.answer;

import org.jspecify.annotations.NullMarked;
