package org.imprimatur.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start without a graph with a message in place of a stack trace. */
final class NoGraphFailureAnalyzer extends AbstractFailureAnalyzer<NoGraphException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, NoGraphException cause) {
		return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
	}
}
