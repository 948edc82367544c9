/** Which models a scope reaches, and how: by name, by family, by company, by category. */
@NullMarked
package org.imprimatur.force.scope;

import org.jspecify.annotations.NullMarked;
