package org.imprimatur.graph.connection;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Ends a start without a Neo4j that answers with a message in place of a stack trace. */
final class Neo4jFailureAnalyzer extends AbstractFailureAnalyzer<Neo4jException> {

	private final String server;

	Neo4jFailureAnalyzer(Environment environment) {
		this.server = environment.getProperty("spring.neo4j.uri", "the embedded address");
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable failure, Neo4jException cause) {
		return switch (cause) {
			case ServiceUnavailableException unreachable ->
				new FailureAnalysis("No Neo4j server answers at %s.".formatted(server),
						"Start it, or correct SPRING_NEO4J_URI.", cause);
			case AuthenticationException refused ->
				new FailureAnalysis("The Neo4j server at %s refuses the credentials.".formatted(server),
						"Correct SPRING_NEO4J_AUTHENTICATION_USERNAME and SPRING_NEO4J_AUTHENTICATION_PASSWORD.",
						cause);
			default -> null;
		};
	}
}
