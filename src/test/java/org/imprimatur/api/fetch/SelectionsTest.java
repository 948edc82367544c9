package org.imprimatur.api.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.ParseAndValidate;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.ApplicationTest;
import org.imprimatur.BothReaders;
import org.imprimatur.Cases;
import org.imprimatur.api.revisions.Past;
import org.imprimatur.api.schema.SchemaReading;
import org.imprimatur.api.schema.ShippedSchema;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;

/**
 * Random queries, at several revisions, are answered as one that walks the entities in memory answers them, whichever
 * way the graph is read.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SelectionsTest {

	private static final int QUERIES = Cases.of(150);
	private static final long SEED = 20261123;

	private final ExecutionGraphQlService application;
	private final BothReaders readers;
	private final Past past;
	private GraphQL naive;

	SelectionsTest(@Autowired ExecutionGraphQlService application, @Autowired BothReaders readers,
			@Autowired Ledger ledger, @Autowired RecordStore records) {
		this.application = application;
		this.readers = readers;
		this.past = new Past(ledger, records);
	}

	@BeforeAll
	void publish() {
		Map<Integer, Facts> revisions = past.publish(new Random(SEED), 2);
		naive = NaiveGraph.answering(ShippedSchema.text(), revisions, past.head());
	}

	@AfterAll
	void restore() {
		past.restore();
	}

	@Test
	void areAnsweredAsByOneWhoWalksTheEntities() {
		// What a withdrawn id answers is tried elsewhere: the naive one knows of none.
		Set<String> standing = past.everything().stream().collect(Collectors.groupingBy(Entity::id,
				Collectors.counting())).entrySet().stream().filter(it -> it.getValue() == past.revisions().size())
				.map(Map.Entry::getKey).collect(Collectors.toSet());
		List<Entity> entities = past.everything().stream().filter(it -> standing.contains(it.id())).toList();
		List<String> wrong = new ArrayList<>();
		int asked = 0;
		int refused = 0;
		for (long seed = SEED; asked < QUERIES; seed++) {
			Random random = new Random(seed);
			RandomQuery query = new RandomQuery(random, naive.getGraphQLSchema(),
					new RandomArguments(random, entities), past.revisions());
			String text = query.text();
			ExecutionInput input = ExecutionInput.newExecutionInput(text).variables(query.variables()).build();
			if (ParseAndValidate.parseAndValidate(naive.getGraphQLSchema(), input).isFailure()) {
				continue;
			}
			asked++;
			Map<String, Object> answer = askBothWays(text, query.variables());
			if (String.valueOf(answer.get("errors")).contains("LIMIT_EXCEEDED")) {
				refused++;
				continue;
			}
			Map<String, Object> expected = naive.execute(input).toSpecification();
			if (!answer.equals(expected)) {
				wrong.add("seed %d, variables %s%n%s%nanswered %s%nexpected %s".formatted(seed, query.variables(), text,
						answer, expected));
			}
		}
		assertThat(wrong).as("%d of %d queries", wrong.size(), asked).isEmpty();
		assertThat(refused).as("queries beyond the limits").isLessThan(QUERIES / 10);
		assertThat(readers.compared()).as("reads made both ways").isGreaterThan(QUERIES / 2);
	}

	@Test
	void conditionSetsUnderOneKeyKeepTheirOwnArguments() {
		String text = """
			{
			  nodes(ids: ["company/anthropic", "model/mythos-5"]) {
			    ... on Company { a: models { nodes { b: conditionSet(asOf: "2026-06-13") { receipt { asOf } } } } }
			    ... on Model { a: succeededBy { nodes { b: conditionSet(asOf: "2023-01-01") { receipt { asOf } } } }
			                   developer { models { nodes { conditionSet(asOf: "2026-06-13") { via: conditions { via { id } } } } } } }
			  }
			}""";
		assertThat(askBothWays(text, Map.of())).isEqualTo(naive.execute(text).toSpecification());
	}

	/** Neo4j's planner has given null for a property that one projection reads twice, where a sibling finds nothing. */
	@Test
	void whatASiblingDoesNotFindBlanksNothing() {
		String text = """
			{
			  agency(id: "agency/us-commerce") { parent { name } officers { nodes { name } edges { cursor node { name } } } }
			  nodes(ids: ["letter/us-commerce-2026-06-12", "model/mythos-5"]) {
			    ... on Model { variantOf { name } targetedBy { nodes { __typename name ... on Letter { type: signedBy { name } } } } }
			    ... on Letter { number addressees { __typename name ... on Company { parent { name } } } }
			  }
			}""";
		assertThat(askBothWays(text, Map.of())).isEqualTo(naive.execute(text).toSpecification());
	}

	@Test
	void passagesBelowWhatRulesComputeAreTheSameBothWays() {
		int before = readers.compared();
		Map<String, Object> answer = askBothWays("""
			{
			  conditionSet(model: "model/mythos-5", asOf: "2026-06-27") {
			    conditions { derivation { evidence { paraphrase source { id } } } }
			  }
			}""", Map.of());
		assertThat(answer).doesNotContainKey("errors");
		assertThat(String.valueOf(answer)).contains("paraphrase=");
		assertThat(readers.compared()).isGreaterThan(before);
	}

	/** One compiler says either way which nodes are on a page of a whole list. */
	@Test
	void walkingThePagesOfAListFindsAllOfItInItsOrder() {
		for (GraphQLFieldDefinition list : naive.getGraphQLSchema().getQueryType().getFieldDefinitions()) {
			if (SchemaReading.isConnection(list)) {
				GraphQLEnumType orders = (GraphQLEnumType) GraphQLTypeUtil
						.unwrapAll(list.getArgument("orderBy").getType());
				orders.getValues().forEach(order -> walk(list.getName(), order.getName()));
			}
		}
	}

	private void walk(String list, String order) {
		String page = "query($after: String) { list: %s(orderBy: %s, first: 9, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }"
				.formatted(list, order);
		List<Object> walked = new ArrayList<>();
		Map<String, Object> variables = new HashMap<>();
		Map<?, ?> info;
		do {
			Map<?, ?> found = list(ask(page, variables));
			walked.addAll((List<?>) Objects.requireNonNull(found.get("nodes")));
			info = (Map<?, ?>) Objects.requireNonNull(found.get("pageInfo"));
			variables.put("after", info.get("endCursor"));
		} while (Boolean.TRUE.equals(info.get("hasNextPage")));
		String whole = "{ list: %s(orderBy: %s, first: 1000) { nodes { id } } }".formatted(list, order);
		assertThat(walked).as("%s %s", list, order)
				.isEqualTo(list(naive.execute(whole).toSpecification()).get("nodes"));
	}

	private static Map<?, ?> list(Map<String, Object> answer) {
		return (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) Objects.requireNonNull(answer.get("data"))).get("list"));
	}

	private Map<String, Object> askBothWays(String text, Map<String, Object> variables) {
		return readers.agreeing(() -> ask(text, variables));
	}

	private Map<String, Object> ask(String text, Map<String, Object> variables) {
		Map<String, @Nullable Object> given = new HashMap<>(variables);
		Map<String, Object> answer = application.execute(
				new DefaultExecutionGraphQlRequest(text, null, given, Map.of(), "test", Locale.ROOT))
				.blockOptional().orElseThrow().toMap();
		answer.remove("extensions");
		return answer;
	}
}
