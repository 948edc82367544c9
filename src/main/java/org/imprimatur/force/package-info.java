/** Which conditions apply to a model on a day, and why: the rules of force (design, "The rules of force"), as pure functions over facts. */
@NullMarked
package org.imprimatur.force;

import org.jspecify.annotations.NullMarked;
