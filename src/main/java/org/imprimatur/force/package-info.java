/** Which conditions apply to a model on a day, and why: the rules of force (design §3), as pure functions over facts. */
@NullMarked
package org.imprimatur.force;

import org.jspecify.annotations.NullMarked;
