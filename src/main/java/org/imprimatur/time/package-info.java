/** Dates as sources give them (EDTF), periods between them, and answers that may be uncertain. */
@NullMarked
package org.imprimatur.time;

import org.jspecify.annotations.NullMarked;
