package org.imprimatur.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.imprimatur.NodeProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What editors need in order to complete and check a dossier while it is written. */
class EditorsTest {

	private static final Path SEED_DATA = Path.of("seed-data");
	/** VS Code's YAML extension and IntelliJ both know this line; a schema without a scheme lies beside the file. */
	private static final String HEADER = "# yaml-language-server: $schema=dossier.schema.json";
	private static final JsonMapper JSON = new JsonMapper();

	@Test
	void everyShippedDossierNamesTheSchemaBesideIt() {
		assertThat(SeedData.files()).isNotEmpty()
				.allSatisfy(it -> assertThat(new String(it.bytes(), StandardCharsets.UTF_8)).as(it.name())
						.startsWith(HEADER + "\n"));
		assertThat(SEED_DATA.resolve(HEADER.substring(HEADER.indexOf('=') + 1))).exists();
	}

	@Test
	void theSchemaIsJsonSchema() throws IOException {
		ObjectNode schema = schema();
		Schema metaschema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
				.getSchema(SchemaLocation.of(schema.path("$schema").asString()));
		assertThat(metaschema.validate(schema)).isEmpty();
		assertThat(metaschema.validate(schema.put("type", "mapping"))).as("what is none is seen").isNotEmpty();
	}

	@Test
	void theSchemaDescribesEverythingThatCanBeCompleted() throws IOException {
		JsonNode schema = schema();
		List<String> silent = new ArrayList<>();
		undescribed("", schema, silent);
		schema.path("$defs").forEachEntry((name, definition) -> undescribed(name, definition, silent));
		undescribed("withdrawn", schema.path("properties").path(Section.WITHDRAWN).path("items"), silent);
		assertThat(silent).isEmpty();
	}

	@Test
	void theLanguageServerCompletesFieldsAndValuesAndSaysWhatIsWrong(@TempDir Path probes) throws IOException {
		List<JsonNode> answers = ask(probes, """
			dossier: {id: dossier/probe, title: A probe, through: 2026-06}
			letters:
			  - id: letter/probe
			    ▮
			    binding: yes
			    titel: A letter
			""", """
			dossier: {id: dossier/probe, title: A probe, through: 2026-06}
			conditions:
			  - id: condition/probe
			    modality: ▮
			""");
		JsonNode fields = answers.getFirst();
		assertThat(fields.path("offered").valueStream().map(it -> it.path("label").asString())).contains("title",
				"addressees", "effective", "evidence").doesNotContain("binding", "modality");
		assertThat(fields.path("offered").valueStream().filter(it -> it.path("label").asString().equals("addressees"))
				.map(it -> it.path("says").asString())).containsExactly("to whom it is addressed");
		assertThat(fields.path("said").valueStream().map(JsonNode::asString)).contains(
				"6: Incorrect type. Expected \"boolean\".", "7: Property titel is not allowed.",
				"4: Missing property \"title\".");
		assertThat(answers.get(1).path("offered").valueStream().map(it -> it.path("label").asString()))
				.containsExactly("PROHIBITION", "LICENCE_REQUIRED", "OBLIGATION", "PERMISSION");
	}

	private static List<JsonNode> ask(Path probes, String... texts) throws IOException {
		List<String> command = new ArrayList<>(
				List.of("node", "ask.js", SEED_DATA.toAbsolutePath().toString()));
		for (String text : texts) {
			Path probe = Files.createTempFile(probes, "probe", ".yaml");
			Files.writeString(probe, HEADER + "\n" + text);
			command.add(probe.toAbsolutePath().toString());
		}
		return new NodeProject(Path.of("src/test/node/yaml-language-server")).run(command.toArray(String[]::new))
				.succeeded().lines().map(JSON::readTree).toList();
	}

	private static void undescribed(String place, JsonNode mapping, List<String> silent) {
		mapping.path("properties").forEachEntry((name, field) -> {
			if (field.path("description").asString("").isBlank()) {
				silent.add(place + "." + name);
			}
		});
	}

	private static ObjectNode schema() throws IOException {
		return (ObjectNode) JSON.readTree(Files.readAllBytes(SEED_DATA.resolve("dossier.schema.json")));
	}
}
