/** The GraphQL API by feature, and the page on which a visitor asks it by hand. */
@NullMarked
package org.imprimatur.api;

import org.jspecify.annotations.NullMarked;
