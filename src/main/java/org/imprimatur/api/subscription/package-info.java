/** Tells whoever watches a condition set that it has changed. */
@NullMarked
package org.imprimatur.api.subscription;

import org.jspecify.annotations.NullMarked;
