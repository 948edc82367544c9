/** Gives the whole graph of one revision away, in the forms of others. */
@NullMarked
package org.imprimatur.api.download;

import org.jspecify.annotations.NullMarked;
