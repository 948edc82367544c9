package org.imprimatur.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operation whose time is over begins no further root field. */
class OperationTimeTest {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

	@ParameterizedTest
	@CsvSource({"30, 0", "31, 1"})
	void nothingIsBegunAfterIt(int seconds, int refused) {
		RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring().type("Query",
				query -> query.dataFetcher("slow", environment -> {
					now.updateAndGet(time -> time.plus(Duration.ofSeconds(seconds)));
					return 1;
				}).dataFetcher("next", environment -> 2)).build();
		GraphQL graphQl = GraphQL
				.newGraphQL(new SchemaGenerator()
						.makeExecutableSchema(new SchemaParser().parse("type Query { slow: Int next: Int }"), wiring))
				.instrumentation(new Limits(now::get)).build();
		ExecutionResult answer = graphQl.execute("{ slow next }");
		assertThat(answer.<Map<String, Integer>>getData()).containsEntry("slow", 1)
				.containsEntry("next", refused == 0 ? 2 : null);
		assertThat(answer.getErrors()).hasSize(refused)
				.allSatisfy(error -> assertThat(error.getMessage()).contains("longer than 30 seconds"));
	}
}
