package org.imprimatur.graph.schema;

/** The files of {@code graph-schema/} are not those that were applied to this graph: which, and what to do about it. */
public final class GraphSchemaException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String action;

	public GraphSchemaException(String description, String action) {
		super(description);
		this.action = action;
	}

	public String action() {
		return action;
	}
}
