package org.imprimatur.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.StringUtils;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Each document of the query library says what it asks, and has the answer that the seed data gives. */
@ApplicationTest
class QueryLibraryTest {

	private static final Path DOCUMENTS = Path.of("src/main/resources/graphql-documents");
	private static final Path EXPECTED = Path.of("src/test/resources/answers");
	private static final Path FOUND = Path.of("target/answers");

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private final Asker asker;

	QueryLibraryTest(@Autowired Asker asker) {
		this.asker = asker;
	}

	/** What depends on what else was published to the graph, as other tests do, or on the moment. */
	private static final Set<String> UNSTABLE = Set.of("changed-since", "history", "revisions", "verification");

	static Stream<String> answered() {
		return documents().filter(document -> !UNSTABLE.contains(document));
	}

	@ParameterizedTest
	@MethodSource("answered")
	void hasTheAnswerOfTheSeedData(String document) throws IOException {
		Path variables = DOCUMENTS.resolve(document + ".variables.json");
		JsonNode answer = JSON.valueToTree(asker.ask(document, Files.exists(variables)
				? JSON.readValue(Files.readString(variables), new TypeReference<Map<String, Object>>() {
				})
				: Map.of()).path("").entity(Object.class).get());
		onANewGraph(answer);
		Path found = Files.createDirectories(FOUND).resolve(document + ".json");
		Files.writeString(found, JSON.writeValueAsString(answer) + "\n");
		assertThat(found).as("the answer has changed: look at the difference, then copy %s to %s", FOUND, EXPECTED)
				.hasSameTextualContentAs(EXPECTED.resolve(found.getFileName()));
	}

	@ParameterizedTest
	@MethodSource("documents")
	void saysWhatItAsks(String document) throws IOException {
		String text = Files.readString(DOCUMENTS.resolve(document + ".graphql"));
		assertThat(text).matches("(?s)(# \\p{Lu}[^\n]*\n)(# [^\n]*\n)*[^#].*");
		assertThat(Parser.parse(text).getDefinitionsOfType(OperationDefinition.class)).singleElement()
				.extracting(OperationDefinition::getName).isEqualTo(Arrays.stream(document.split("-"))
						.map(StringUtils::capitalize).collect(Collectors.joining()));
	}

	/** So that one address has both, by what is accepted. */
	@Test
	void aTableTakesTheVariablesOfItsDocument() throws IOException {
		try (Stream<Path> tables = Files.list(DOCUMENTS.resolve("tables"))) {
			assertThat(tables).isNotEmpty().allSatisfy(table -> assertThat(variables(table))
					.containsExactlyElementsOf(variables(DOCUMENTS.resolve(table.getFileName()))));
		}
	}

	private static List<String> variables(Path document) throws IOException {
		return Parser.parse(Files.readString(document)).getFirstDefinitionOfType(OperationDefinition.class)
				.orElseThrow().getVariableDefinitions().stream()
				.map(variable -> variable.getName() + ": " + variable.getType()).toList();
	}

	/** Other tests publish revisions of their own to the graph that this one asks. */
	private static void onANewGraph(JsonNode answer) {
		if (answer instanceof ObjectNode object && object.path("revision").isInt()) {
			object.put("revision", 1);
		}
		answer.forEach(QueryLibraryTest::onANewGraph);
	}

	static Stream<String> documents() {
		try (Stream<Path> files = Files.list(DOCUMENTS)) {
			return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".graphql"))
					.map(name -> name.replace(".graphql", "")).sorted().toList().stream();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
