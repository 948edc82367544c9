package org.imprimatur.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.RoundTrips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ResponseError;

/** What is refused is refused before anything is asked of the graph, with a code and with a sentence that says what to do. */
@ApplicationTest
class LimitsTest {

	private final Asker asker;
	private final RoundTrips roundTrips;

	LimitsTest(@Autowired Asker asker, @Autowired RoundTrips roundTrips) {
		this.asker = asker;
		this.roundTrips = roundTrips;
	}

	enum Refused {
		HOPS("{ model(id: \"model/mythos-5\") " + "{ variantOf ".repeat(9) + "{ id }" + " }".repeat(9) + " }",
				"LIMIT_EXCEEDED", "follows 9 relationships in a row"),

		SUBQUERIES("{ model(id: \"model/mythos-5\") { %s } }".formatted(many(40, "a%d: evidence { quote }")),
				"LIMIT_EXCEEDED", "follows 41 relationships"),

		SUBQUERIES_OF_A_CONDITION_SET(
				"{ conditionSet(model: \"model/mythos-5\") { %s } }".formatted(many(41, "a%d: model { id }")),
				"LIMIT_EXCEEDED", "relationships, and 40 is the limit"),

		IDS("{ nodes(ids: [%s]) { id } }".formatted(many(101, "\"model/%d\"")), "LIMIT_EXCEEDED", "these are 101 ids"),

		MODELS("{ conditionSets(models: [%s]) { standing { level } } }".formatted(many(101, "\"model/%d\"")),
				"LIMIT_EXCEEDED", "these are 101 ids"),

		TOO_LONG_A_PAGE("{ models(first: 101) { totalCount } }", "LIMIT_EXCEEDED", "ask for 1 to 100 at a time"),

		NO_PAGE("{ models(first: 0) { totalCount } }", "LIMIT_EXCEEDED", "ask for 1 to 100 at a time"),

		TOO_LONG_A_PAGE_BELOW("{ model(id: \"model/mythos-5\") { variants(first: 101) { totalCount } } }",
				"LIMIT_EXCEEDED", "ask for 1 to 100 at a time"),

		NESTED_CONDITION_SET(
				"{ conditionSet(model: \"model/mythos-5\") { model { conditionSet { coverage { gaps } } } } }",
				"LIMIT_EXCEEDED", "a condition set below a condition set"),

		NESTED_CONDITION_SET_OF_A_ROW(
				"{ models { nodes { conditionSet { model { conditionSet { coverage { gaps } } } } } } }",
				"LIMIT_EXCEEDED", "a condition set below a condition set"),

		NO_CURSOR("{ models(after: \"nonsense\") { totalCount } }", "BAD_ARGUMENT", "after is no cursor of this list"),

		CURSOR_OF_ANOTHER_LIST("{ models(after: \"%s\") { totalCount } }".formatted(
				new org.imprimatur.graph.Cursor("date_from", null, "event/x").encode()), "BAD_ARGUMENT",
				"after is no cursor of this list"),

		CURSOR_OF_THE_OPPOSITE_ORDER("{ models(after: \"%s\", orderBy: NAME_ASC) { totalCount } }".formatted(
				new org.imprimatur.graph.Cursor("name descending", "A", "model/x").encode()), "BAD_ARGUMENT",
				"after is no cursor of this list"),

		NEITHER_REVISION_NOR_TIME("{ at { revision } }", "BAD_ARGUMENT", "give at either a revision or recordedBy");

		private final String query;
		private final String code;
		private final String sentence;

		Refused(String query, String code, String sentence) {
			this.query = query;
			this.code = code;
			this.sentence = sentence;
		}
	}

	private static String many(int times, String text) {
		return IntStream.range(0, times).mapToObj(text::formatted).collect(Collectors.joining(", "));
	}

	@ParameterizedTest
	@EnumSource
	void isRefusedBeforeAnythingIsAsked(Refused refused) {
		List<ResponseError> errors = new ArrayList<>();
		assertThat(roundTrips.of(() -> asker.askText(refused.query).errors().satisfy(errors::addAll))).isZero();
		assertThat(errors).singleElement().satisfies(error -> {
			assertThat(error.getExtensions()).containsEntry("code", refused.code);
			assertThat(error.getMessage()).contains(refused.sentence);
			leaksNothing(error);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = {"{", "{ nothing }", "{ model { id } }", "{ models(first: \"one\") { totalCount } }",
			"query($id: ID!) { model(id: $id) { id } }",
			"{ conditionSet(model: \"m\", asOf: \"soon\") { coverage { gaps } } }",
			"{ models(orderBy: BY_CHANCE) { totalCount } }", "query A { revision } query B { revision }",
			"mutation { revision }"})
	void whatDoesNotFitTheSchemaHasACode(String query) {
		List<ResponseError> errors = new ArrayList<>();
		assertThat(roundTrips.of(() -> asker.askText(query).errors().satisfy(errors::addAll))).isZero();
		assertThat(errors).isNotEmpty().allSatisfy(error -> {
			assertThat(error.getExtensions()).containsEntry("code", "BAD_QUERY");
			leaksNothing(error);
		});
	}

	@Test
	void whatThereIsNotIsNotFound() {
		for (String query : List.of("{ at(revision: 1000000) { revision } }", "{ at(revision: 0) { revision } }",
				"{ conditionSet(model: \"model/unheard-of\") { coverage { gaps } } }")) {
			asker.askText(query).errors().satisfy(errors -> assertThat(errors).as(query).singleElement()
					.satisfies(error -> {
						assertThat(error.getExtensions()).containsEntry("code", "NOT_FOUND");
						assertThat(error.getMessage()).contains("there is no ");
						leaksNothing(error);
					}));
		}
	}

	private static void leaksNothing(ResponseError error) {
		assertThat(
				Map.of("message", String.valueOf(error.getMessage()), "extensions", error.getExtensions()).toString())
				.doesNotContain("MATCH", "COLLECT", "org.imprimatur", "org.neo4j", "java.", "\tat ");
	}
}
