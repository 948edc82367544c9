/** Judges each condition that reaches a model: its state on a day and why, and whether a duty was met. */
@NullMarked
package org.imprimatur.force.judge;

import org.jspecify.annotations.NullMarked;
