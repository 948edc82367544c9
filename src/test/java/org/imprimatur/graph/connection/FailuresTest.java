package org.imprimatur.graph.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.TransientException;

/** However it is said that no connection, or no memory, is left, it is told as something that passes. */
class FailuresTest {

	@ParameterizedTest
	@ValueSource(strings = {"Neo.TransientError.General.MemoryPoolOutOfMemoryError",
			"Neo.TransientError.General.OutOfMemoryError"})
	void aGraphWithoutMemoryIsUnavailableAndNotAskedAgainAtOnce(String code) {
		RuntimeException full = new IllegalStateException(new TransientException(code, "The memory is full"));
		assertThat(Failures.isPassing(full)).isFalse();
		assertThat(Failures.translated(full, Duration.ofSeconds(30))).isInstanceOf(GraphUnavailable.class)
				.hasMessage("the graph has no memory left for this");
	}

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
