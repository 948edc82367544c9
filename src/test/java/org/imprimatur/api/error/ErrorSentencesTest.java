package org.imprimatur.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ResponseError;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is asked wrongly is told with a code, a place and a sentence that helps, and in our words. */
@ApplicationTest
class ErrorSentencesTest {

	/** Classes of Java's and graphql-java's, and how the latter says things. */
	private static final Pattern OF_THE_INSIDE = Pattern.compile(
			"(?i)coerc|hashmap|arraylist|java\\.|[a-z]value\\b|\\bAST\\b|antlr|validation error|nonnull|exception|offending"
					+ "|^expected|^variable .*invalid|'Map'|denial of service");
	private static final TypeReference<HashMap<String, @Nullable Object>> VARIABLES = new TypeReference<>() {
	};

	private final Asker asker;

	ErrorSentencesTest(@Autowired Asker asker) {
		this.asker = asker;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
				{ modle(id: "x") { name } }                       | | BAD_QUERY | there is no field 'modle' on Query: did you mean model?
				{ model(id: "x") { nam } }                        | | BAD_QUERY | there is no field 'nam' on Model: did you mean name?
				{ qwertyuiop }                                    | | BAD_QUERY | there is no field 'qwertyuiop' on Query
				{ model { name } }                                | | BAD_QUERY | argument 'id' is missing, and has to be given
				{ conditionSet(model: "x", asof: "2026-06-27") { __typename } } | | BAD_QUERY | there is no argument 'asof' here: did you mean asOf?
				{ model(id: null) { name } }                      | | BAD_QUERY | argument 'id' is null, and has to be given
				{ model(id: "x") }                                | | BAD_QUERY | 'model' is a Model: say in braces behind it which of its fields you want
				{ revision { number } }                           | | BAD_QUERY | 'revision' has no fields, being of type Int!: leave out the braces behind it
				query ($more: Boolean = true) { revision @include(if: $more) } | {"more": null} | BAD_QUERY | variable 'more' is null, and 'if' takes no null: give a value, or leave the variable out
				query ($n: Int) { models(first: $n) { totalCount } } | {"n": null} | BAD_QUERY | variable 'n' is null, and 'first' takes no null: give a value, or leave the variable out
				query ($n: ID = "a") { nodes(ids: [$n]) { id } }  | {"n": null} | BAD_QUERY | variable 'n' is null, and 'ids' takes no null: give a value, or leave the variable out
				query ($m: ID!) { model(id: $m) { name } }        | {} | BAD_QUERY | variable 'm' is missing or null, and has to be given: it is of type ID!
				query ($m: ID!) { model(id: $m) { name } }        | {"m": {"a": 1}} | BAD_ARGUMENT | variable 'm': write it as a text, such as "model/mythos-5"
				{ model(id: {a: 1}) { name } }                    | | BAD_ARGUMENT | argument 'id': write it as a text, such as "model/mythos-5"
				query ($d: Date) { conditionSet(model: "x", asOf: $d) { __typename } } | {"d": "27 June 2026"} | BAD_ARGUMENT | variable 'd': '27 June 2026' is no day: write it as 2026-06-26
				query ($d: Date) { conditionSet(model: "x", asOf: $d) { __typename } } | {"d": {"a": 1}} | BAD_ARGUMENT | variable 'd': write it as a text, such as "2026-06-26"
				{ conditionSet(model: "x", asOf: 7) { __typename } } | | BAD_ARGUMENT | argument 'asOf': write it as a text, such as "2026-06-26"
				query ($r: [Reach!]) { conditionSet(model: "x") { conditions(reach: $r) { state } } } | {"r": ["HERE"]} | BAD_QUERY | variable 'r': 'HERE' is no Reach: write one of DIRECT, FAMILY, COMPANY, CATEGORY
				query ($r: [Reach!]) { conditionSet(model: "x") { conditions(reach: $r) { state } } } | {"r": [null]} | BAD_QUERY | variable 'r': this is null, and has to be of type Reach!
				{ conditionSet(model: "x") { conditions(reach: ["DIRECT"]) { state } } } | | BAD_QUERY | argument 'reach[0]': this is no Reach: write one of DIRECT, FAMILY, COMPANY, CATEGORY
				{ models(first: "one") { totalCount } }           | | BAD_QUERY | argument 'first': this has to be of type Int
				query ($n: Int!) { models(first: $n) { totalCount } } | {"n": 99999999999} | BAD_QUERY | variable 'n': this has to be a whole number from -2147483648 to 2147483647
				query ($n: Int!) { models(first: $n) { totalCount } } | {"n": []} | BAD_QUERY | variable 'n': this has to be a whole number
				query ($b: Boolean!) { revision @skip(if: $b) }   | {"b": "no"} | BAD_QUERY | variable 'b': this has to be true or false
				query ($f: ModelFilter) { models(filter: $f) { totalCount } } | {"f": 7} | BAD_QUERY | variable 'f': this has to be an object, in braces
				query ($f: ModelFiltr) { models(filter: $f) { totalCount } } | | BAD_QUERY | there is no type 'ModelFiltr': did you mean ModelFilter?
				{ models(filter: {nam: "x"}) { totalCount } }     | | BAD_QUERY | argument 'filter': there is no field 'nam' on ModelFilter: did you mean name?
				query ($q: String!) { model(id: $q) { name } }    | {"q": "x"} | BAD_QUERY | variable 'q' is declared as String!, and has to be ID! where it is used
				{ a: revision a: models { totalCount } }          | | BAD_QUERY | 'a' is asked for twice, as Int and as ModelConnection: give one of them another name
				{ ...f }                                          | | BAD_QUERY | there is no fragment 'f' in the document
				{ revision @inclde(if: true) }                    | | BAD_QUERY | there is no directive '@inclde': there are @include and @skip
				{                                                 | | BAD_QUERY | this is no GraphQL: it breaks off before its end
				{ revision } }                                    | | BAD_QUERY | this is no GraphQL: '}' follows its end
				{ model(id: "x) { name } }                        | | BAD_QUERY | this is no GraphQL: a text has no closing quotes, or a character does not belong here
				mutation { publish }                              | | BAD_QUERY | there is no Mutation here: ask with query or subscription
				""")
	void whatIsWrongIsToldInOurWords(String document, @Nullable String variables, String code, String sentence) {
		Map<String, @Nullable Object> given = JsonMapper.shared()
				.readValue(Objects.requireNonNullElse(variables, "{}"), VARIABLES);
		asker.askText(document, given).errors().satisfy(errors -> {
			assertThat(errors).extracting(ResponseError::getMessage).contains(sentence);
			assertThat(errors).allSatisfy(error -> {
				assertThat(error.getExtensions()).containsEntry("code", code);
				assertThat(error.getLocations()).as("places").isNotEmpty();
				assertThat(error.getMessage()).doesNotContainPattern(OF_THE_INSIDE).doesNotContain("\n");
			});
		});
	}

	/** Neither all of it is repeated, nor is it looked through for long. */
	@Test
	void aLongValueIsToldInShort() {
		String document = "query ($r: [Reach!]) { conditionSet(model: \"x\") { conditions(reach: $r) { state } } }";
		for (String piece : List.of("\ud83d\ude00", ": '")) {
			asker.askText(document, Map.of("r", List.of("a" + piece.repeat(40_000)))).errors()
					.satisfy(errors -> assertThat(errors).singleElement().extracting(ResponseError::getMessage)
							.asString()
							.matches("variable 'r': '[^\\x{FFFD}?]{15,41}…' is no Reach: write one of .*"));
		}
	}
}
