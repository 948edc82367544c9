/** Publishing over HTTP, for curators with a token. */
@NullMarked
package org.imprimatur.api.publishing;

import org.jspecify.annotations.NullMarked;
