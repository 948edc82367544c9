package org.imprimatur.graph.connection;

/** The Neo4j server does not answer, or not now. */
public final class GraphUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private GraphUnavailable(String sentence, Throwable cause) {
		super(sentence, cause);
	}

	/** No server answers. */
	public static GraphUnavailable silent(Throwable cause) {
		return new GraphUnavailable("the graph does not answer", cause);
	}

	/** The server says that something is wrong with itself. */
	static GraphUnavailable broken(Throwable cause) {
		return new GraphUnavailable("the graph is in trouble, as its log tells", cause);
	}

	/** The server has no memory left for this. */
	static GraphUnavailable full(Throwable cause) {
		return new GraphUnavailable("the graph has no memory left for this", cause);
	}

	/** All connections to the server are in use, and none became free in time. */
	public static GraphUnavailable busy(Throwable cause) {
		return new GraphUnavailable("all connections to the graph are in use", cause);
	}
}
