/** Condition sets as fields: one or many, compared, changed, assessed, and with an instrument taken away. */
@NullMarked
package org.imprimatur.api.conditions;

import org.jspecify.annotations.NullMarked;
