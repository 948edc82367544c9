/** The GraphQL API, the schema as a map of the graph with its limits and errors, and the page to ask it by hand. */
@NullMarked
package org.imprimatur.api;

import org.jspecify.annotations.NullMarked;
