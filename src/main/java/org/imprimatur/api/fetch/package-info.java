/**
 * Answers the fields of {@code Query}: selections become one statement, computed records are hydrated, each at its
 * revision.
 */
@NullMarked
package org.imprimatur.api.fetch;

import org.jspecify.annotations.NullMarked;
