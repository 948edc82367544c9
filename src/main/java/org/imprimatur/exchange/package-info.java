/** The graph in the forms of others: RDF with ODRL and PROV, GraphML, tables, FollowTheMoney. */
@NullMarked
package org.imprimatur.exchange;

import org.jspecify.annotations.NullMarked;
