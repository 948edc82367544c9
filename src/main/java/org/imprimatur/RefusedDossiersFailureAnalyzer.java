package org.imprimatur;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start with mistaken dossiers with their mistakes in place of a stack trace. */
final class RefusedDossiersFailureAnalyzer extends AbstractFailureAnalyzer<RefusedDossiers> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, RefusedDossiers cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), "Correct the lines named, and start again.",
				cause);
	}
}
