package org.imprimatur.graph.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.imprimatur.ApplicationTest;
import org.imprimatur.graph.GraphRooms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.TransientException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

/** Whatever a statement runs into is told as the same, whichever way it goes. */
@ApplicationTest
class StatementsTest {

	private static final Statement ONE = new Statement("RETURN 1 AS one", Map.of());

	private final URI uri;
	private final AuthToken token;
	private final Statements statements;

	StatementsTest(@Autowired Neo4jConnectionDetails details, @Autowired Statements statements) {
		this.uri = details.getUri();
		this.token = details.getAuthToken();
		this.statements = statements;
	}

	private enum Way {
		READ(statements -> statements.read(ONE)),
		STREAM(statements -> statements.stream(ONE.text(), row -> {
		})),
		ROWS(statements -> statements.rows(ONE)),
		RUN(statements -> statements.run(ONE)),
		IN_TRANSACTION(statements -> statements.inTransaction(() -> statements.rows(ONE)));

		private final Consumer<Statements> run;

		Way(Consumer<Statements> run) {
			this.run = run;
		}
	}

	@ParameterizedTest
	@EnumSource
	void aServerThatDoesNotAnswerIsUnavailable(Way way) {
		try (Driver nobody = GraphDatabase.driver("bolt://127.0.0.1:1", AuthTokens.none())) {
			assertThatExceptionOfType(GraphUnavailable.class)
					.isThrownBy(() -> way.run.accept(GraphRooms.statements(nobody)))
					.withMessage("the graph does not answer");
		}
	}

	@ParameterizedTest
	@EnumSource
	void aPoolThatIsFullIsUnavailable(Way way) {
		Config narrow = Config.builder().withMaxConnectionPoolSize(1)
				.withConnectionAcquisitionTimeout(100, TimeUnit.MILLISECONDS).build();
		try (Driver driver = GraphDatabase.driver(uri, token, narrow);
				Session session = driver.session();
				Transaction transaction = session.beginTransaction()) {
			transaction.run(ONE.text()).consume();
			assertThatExceptionOfType(GraphUnavailable.class)
					.isThrownBy(() -> way.run.accept(GraphRooms.statements(driver)))
					.withMessage("all connections to the graph are in use");
		}
	}

	@Test
	void aReadThatTakesTooLongIsToldSo() {
		try (Driver driver = GraphDatabase.driver(uri, token)) {
			Statements impatient = GraphRooms.statements(driver, Duration.ofMillis(50));
			assertThatExceptionOfType(ReadTimedOut.class).isThrownBy(() -> impatient
					.read(new Statement("UNWIND range(1, 1000000000) AS n RETURN sum(sqrt(n)) AS sum", Map.of())));
		}
	}

	@Test
	void whatFailsInPassingIsDoneOnceMore() {
		List<Integer> tries = new ArrayList<>();
		assertThat(statements.<String>inTransaction(() -> {
			tries.add(tries.size());
			if (tries.size() == 1) {
				throw new TransientException("Neo.TransientError.Transaction.DeadlockDetected", "a deadlock");
			}
			return "done";
		})).isEqualTo("done");
		assertThat(tries).hasSize(2);
	}

	@Test
	void aTransactionThatFailsLeavesNothing() {
		Statement write = new Statement("CREATE (:Scratch)", Map.of());
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> statements.inTransaction(() -> {
			statements.run(write);
			throw new IllegalStateException("on purpose");
		}));
		assertThat(statements.rows(new Statement("MATCH (scratch:Scratch) RETURN scratch", Map.of()))).isEmpty();
	}
}
