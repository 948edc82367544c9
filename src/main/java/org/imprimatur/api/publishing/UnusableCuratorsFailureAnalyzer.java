package org.imprimatur.api.publishing;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start with unusable curators with a message in place of a stack trace. */
final class UnusableCuratorsFailureAnalyzer extends AbstractFailureAnalyzer<UnusableCurators> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, UnusableCurators cause) {
		return new FailureAnalysis(cause.getMessage(), "docs/publishing.md tells how curators are configured.", cause);
	}
}
