/** What one operation may ask. */
@NullMarked
package org.imprimatur.api.limit;

import org.jspecify.annotations.NullMarked;
