package org.imprimatur.graph.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.graph.GraphRooms;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Assumptions;
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
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.TransientException;
import org.neo4j.driver.types.MapAccessor;
import org.neo4j.graphdb.NotFoundException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

/** Whatever a statement runs into is told as the same, whichever way it goes. */
@ApplicationTest
class StatementsTest {

	private static final Statement ONE = new Statement("RETURN 1 AS one", Map.of());

	private final URI uri;
	private final AuthToken token;
	private final Statements statements;
	private final Optional<GraphInProcess> inProcess;

	StatementsTest(@Autowired Neo4jConnectionDetails details, @Autowired Statements statements,
			@Autowired Optional<GraphInProcess> inProcess) {
		this.inProcess = inProcess;
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
		Statement endless = new Statement("UNWIND range(1, 1000000000) AS n RETURN sum(sqrt(n)) AS sum", Map.of());
		overEach(Duration.ofMillis(50), impatient -> assertThatExceptionOfType(ReadTimedOut.class)
				.isThrownBy(() -> impatient.read(endless)));
	}

	@Test
	void valuesOfEveryTypeAreReadAsTheSame() {
		Map<String, Object> given = new HashMap<>(Map.of("text", "a", "whole", 1, "long", 1L << 40, "real", 0.5,
				"truth",
				true, "day", LocalDate.of(2026, 6, 27), "time", ZonedDateTime.parse("2026-06-27T12:00:00Z"), "list",
				List.of("a", List.of(1, 2)), "map", Map.of("nested", Map.of("n", 1))));
		given.put("nothing", null);
		Statement echo = new Statement("""
			UNWIND [1, 2] AS n
			RETURN n, $text AS text, $whole AS whole, $long AS long, $real AS real, $truth AS truth, $day AS day,
			  $time AS time, $list AS list, $map AS map, $nothing AS nothing, [] AS none, {a: $list, b: null} AS both,
			  head(COLLECT { MATCH (it:Model) WITH it ORDER BY it.id LIMIT 1 RETURN it{.*} }) AS model""", given);
		List<List<Map<String, Object>>> read = new ArrayList<>();
		overEach(Duration.ofSeconds(30), way -> read.add(way.read(echo).stream().map(MapAccessor::asMap).toList()));
		assertThat(read.getFirst()).hasSize(2).first().asInstanceOf(InstanceOfAssertFactories.MAP)
				.containsEntry("whole", 1L).containsEntry("nothing", null);
		assertThat(read).allSatisfy(rows -> assertThat(rows).isEqualTo(read.getFirst()));
	}

	@Test
	void aWalkThatTakesTooLongIsToldSo() {
		Statement start = new Statement("MATCH (record:Model)-[:OF]->(:Entity) RETURN record LIMIT 1", Map.of());
		inProcessAlone(Duration.ofMillis(50), impatient -> assertThatExceptionOfType(ReadTimedOut.class)
				.isThrownBy(() -> impatient.walk(start, (row, nodes) -> IntStream.range(0, Integer.MAX_VALUE)
						.filter(step -> node(row, "record").out("OF").isEmpty()).count())));
	}

	@Test
	void aWalkReadsNodesAsTheDriverDoes() {
		Statement start = new Statement("""
			MATCH (record:Record&Model {id: 'model/mythos-5'})-[:DEVELOPED_BY]->(developer:Entity)
			WITH record, developer LIMIT 1
			RETURN record, developer, [{nested: developer}] AS nested""", Map.of());
		MapAccessor driver = statements.rows(new Statement(
				"MATCH (it:Record&Model {id: 'model/mythos-5'}) RETURN it{.*} AS properties, labels(it) AS labels LIMIT 1",
				Map.of())).getFirst();
		Map<String, Object> properties = driver.get("properties").asMap();
		inProcessAlone(Duration.ofSeconds(30), way -> way.walk(start, (row, nodes) -> {
			StoredNode record = node(row, "record");
			assertThat(record.properties(properties.keySet())).isEqualTo(properties);
			assertThat(properties).allSatisfy((name, value) -> assertThat(record.property(name)).isEqualTo(value));
			assertThat(record.property("nothing")).isNull();
			assertThat(driver.get("labels").asList(Value::asString)).isNotEmpty().allMatch(record::has);
			assertThat(record.has("Nothing")).isFalse();
			StoredNode developer = node(row, "developer");
			assertThat(record.outInOrder("DEVELOPED_BY")).contains(developer);
			assertThat(developer.in("DEVELOPED_BY")).contains(record);
			assertThat(row.get("nested")).isEqualTo(List.of(Map.of("nested", developer)));
			assertThat(nodes.anchor("model/mythos-5").orElseThrow().in("OF")).contains(record);
			assertThat(nodes.anchor("model/unheard-of")).isEmpty();
			assertThat(nodes.all("Model")).contains(record).allMatch(it -> it.has("Model"));
			return record;
		}));
	}

	@Test
	void whatIsGoneWhenAWalkComesByIsWalkedOnceMore() {
		List<Integer> tries = new ArrayList<>();
		inProcessAlone(Duration.ofSeconds(30), way -> assertThat(way.<String>walk(ONE, (row, nodes) -> {
			tries.add(tries.size());
			if (tries.size() == 1) {
				throw new NotFoundException("gone");
			}
			return "found";
		})).isEqualTo("found"));
		assertThat(tries).hasSize(2);
	}

	private static StoredNode node(Map<String, ?> row, String column) {
		return (StoredNode) Objects.requireNonNull(row.get(column));
	}

	private void inProcessAlone(Duration timeout, Consumer<Statements> check) {
		Assumptions.assumeTrue(inProcess.isPresent(), "the graph is on a server, where nothing walks");
		try (Driver driver = GraphDatabase.driver(uri, token)) {
			check.accept(GraphRooms.statements(driver, timeout, inProcess));
		}
	}

	@Test
	void aReadWritesNothingAndWhatIsWrongIsToldAsTheSame() {
		overEach(Duration.ofSeconds(30), way -> {
			assertThatExceptionOfType(ClientException.class)
					.isThrownBy(() -> way.read(new Statement("RETURN", Map.of())))
					.returns("Neo.ClientError.Statement.SyntaxError", Neo4jException::code);
			try {
				way.read(new Statement("CREATE (:Scratch)", Map.of()));
			} catch (ClientException refused) {
				assertThat(refused.code()).isEqualTo("Neo.ClientError.Statement.AccessMode");
			}
		});
		assertThat(statements.rows(new Statement("MATCH (scratch:Scratch) RETURN scratch", Map.of()))).isEmpty();
	}

	/** Over Bolt, and in this process where the graph is in it. */
	private void overEach(Duration timeout, Consumer<Statements> check) {
		try (Driver driver = GraphDatabase.driver(uri, token)) {
			check.accept(GraphRooms.statements(driver, timeout, Optional.empty()));
			inProcess.ifPresent(graph -> check.accept(GraphRooms.statements(driver, timeout, Optional.of(graph))));
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
