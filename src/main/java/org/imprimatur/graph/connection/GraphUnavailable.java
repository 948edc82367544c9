package org.imprimatur.graph.connection;

/** The Neo4j server does not answer. */
public final class GraphUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public GraphUnavailable(Throwable cause) {
		super("the graph does not answer", cause);
	}
}
