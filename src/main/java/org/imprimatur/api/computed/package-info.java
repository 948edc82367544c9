/** What a computed field is: a record of arguments in, records of the schema's types out. */
@NullMarked
package org.imprimatur.api.computed;

import org.jspecify.annotations.NullMarked;
