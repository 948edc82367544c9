package org.imprimatur.knowledge;

/** Who can bear, issue, sign or receive. */
public sealed interface Party extends Entity permits Organisation, Person, Category {
}
