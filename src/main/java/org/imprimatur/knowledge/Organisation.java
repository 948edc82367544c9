package org.imprimatur.knowledge;

/** A company or an agency: what a person holds an office in. */
public sealed interface Organisation extends Party permits Company, Agency {
}
