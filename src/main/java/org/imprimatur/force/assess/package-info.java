/** Whether a party may do something with a model. */
@NullMarked
package org.imprimatur.force.assess;

import org.jspecify.annotations.NullMarked;
