package org.imprimatur.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The README shows the query that ships, and the answer that it has. */
@ApplicationTest
class ReadmeTest {

	private static final Path DOCUMENTS = Path.of("src/main/resources/graphql-documents");

	private final JsonMapper json = JsonMapper.builder().build();
	private final Asker asker;

	ReadmeTest(@Autowired Asker asker) {
		this.asker = asker;
	}

	@Test
	void theQueryIsTheOneThatShips() throws IOException {
		assertThat(block("graphql")).isEqualTo(Files.readString(DOCUMENTS.resolve("condition-set.graphql")));
		assertThat(json.readTree(block("json variables")))
				.isEqualTo(json.readTree(Files.readString(DOCUMENTS.resolve("condition-set.variables.json"))));
	}

	@Test
	void theAnswerIsTheOneThatComesOut() throws IOException {
		Map<String, Object> variables = json.readValue(block("json variables"), new TypeReference<>() {
		});
		JsonNode answer = json.valueToTree(asker.ask("condition-set", variables).path("").entity(Object.class).get());
		// The README's is a new graph; other tests publish revisions of their own to this one.
		((ObjectNode) answer.at("/conditionSet/receipt")).put("revision", 1);
		assertThat(json.readTree(block("json answer")).path("data")).isEqualTo(answer);
	}

	private static String block(String info) throws IOException {
		var block = Pattern.compile("^```" + info + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
				.matcher(Files.readString(Path.of("README.md")));
		assertThat(block.find()).as("a block of " + info).isTrue();
		return block.group(1);
	}
}
