package org.imprimatur.graph.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.TransientException;

/** However the driver says that it has no connection left, it is told as something that passes. */
class FailuresTest {

	@Test
	void aFullPoolIsToldAsSuch() {
		for (Neo4jException full : List.of(
				new ClientException("Unable to acquire connection from the pool within configured maximum time"),
				new TransientException("N/A", "Connection pool pending acquisition queue is full."))) {
			assertThat(Failures.translated(new IllegalStateException(full), Duration.ofSeconds(30)))
					.isInstanceOf(GraphUnavailable.class).hasMessageContaining("connections to the graph are in use");
		}
	}
}
