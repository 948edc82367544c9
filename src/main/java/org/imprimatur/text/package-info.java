/** Text as it is shown to people. */
@NullMarked
package org.imprimatur.text;

import org.jspecify.annotations.NullMarked;
