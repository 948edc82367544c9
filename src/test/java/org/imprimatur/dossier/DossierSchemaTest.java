package org.imprimatur.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DossierSchemaTest {

	private static final Path SCHEMA = Path.of("seed-data/dossier.schema.json");

	@Test
	void followsTheRecords() throws IOException {
		String generated = SchemaGenerator.schema();
		if (Boolean.getBoolean("writeDossierSchema")) {
			Files.writeString(SCHEMA, generated);
		}
		assertThat(SCHEMA)
				.as("the records have changed; run: mvn test -Dtest=DossierSchemaTest -DwriteDossierSchema=true")
				.hasContent(generated);
	}
}
