/** Refusals with their codes, and how GraphQL and HTTP tell them to clients. */
@NullMarked
package org.imprimatur.api.error;

import org.jspecify.annotations.NullMarked;
