/** Puts the GraphQL API together: the schema, held against what it shows, and the fetchers that answer it. */
@NullMarked
package org.imprimatur.api;

import org.jspecify.annotations.NullMarked;
