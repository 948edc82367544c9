/** Our own record as fields: revisions, histories, the feed of changes, verification, and receipts replayed. */
@NullMarked
package org.imprimatur.api.revisions;

import org.jspecify.annotations.NullMarked;
