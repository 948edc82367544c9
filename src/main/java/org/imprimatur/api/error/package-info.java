/** Refusals with their codes, and the errors that clients are shown. */
@NullMarked
package org.imprimatur.api.error;

import org.jspecify.annotations.NullMarked;
