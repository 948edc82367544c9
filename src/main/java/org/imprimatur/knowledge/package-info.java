/**
 * The domain as records, which are also its data dictionary: companies, models, instruments, conditions and their
 * evidence.
 */
@NullMarked
package org.imprimatur.knowledge;

import org.jspecify.annotations.NullMarked;
