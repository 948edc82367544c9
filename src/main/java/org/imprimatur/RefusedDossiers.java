package org.imprimatur;

import java.util.stream.Collectors;
import org.imprimatur.dossier.Mistake;
import org.imprimatur.dossier.Reading;

/** The dossiers have mistakes, and nothing of them is published. */
final class RefusedDossiers extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RefusedDossiers(Reading.Refused refused) {
		super("The dossiers have mistakes, and nothing of them was published:\n\n"
				+ refused.mistakes().stream().map(Mistake::toString).collect(Collectors.joining("\n")));
	}
}
