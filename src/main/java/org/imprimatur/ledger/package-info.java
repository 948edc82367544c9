/** What changed when: publications, and the revisions that they make. */
@NullMarked
package org.imprimatur.ledger;

import org.jspecify.annotations.NullMarked;
