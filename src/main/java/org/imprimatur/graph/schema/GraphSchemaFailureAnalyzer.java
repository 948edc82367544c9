package org.imprimatur.graph.schema;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start on a graph of another schema with a message in place of a stack trace. */
final class GraphSchemaFailureAnalyzer extends AbstractFailureAnalyzer<GraphSchemaException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, GraphSchemaException cause) {
		return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
	}
}
