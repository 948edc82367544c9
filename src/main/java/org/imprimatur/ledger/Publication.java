package org.imprimatur.ledger;

import java.util.List;
import org.imprimatur.graph.Cause;
import org.imprimatur.knowledge.DossierContents;

/**
 * What somebody wants to have published: the state of some dossiers. What these dossiers had and have no more is
 * withdrawn; other dossiers stay as they are.
 *
 * @param dossiers the dossiers
 * @param base the number of the revision that it was made from; 0 for none
 * @param author who publishes it
 * @param message what changes, in words
 * @param cause why
 */
public record Publication(List<DossierContents> dossiers, int base, String author, String message, Cause cause) {
}
