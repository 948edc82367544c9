package org.imprimatur.graph.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.imprimatur.ApplicationTest;
import org.imprimatur.graph.connection.Statements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files are applied once, when the application starts, and are as they were from then on. */
@ApplicationTest
class GraphSchemaTest {

	private final Statements statements;

	GraphSchemaTest(@Autowired Statements statements) {
		this.statements = statements;
	}

	@Test
	void theSecondTimeNothingIsApplied() throws IOException {
		assertThat(new GraphSchema(statements, shipped()).apply()).isEmpty();
	}

	@Test
	void aFileThatHasChangedIsNamed() throws IOException {
		List<Resource> files = shipped();
		String changed = files.get(1).getContentAsString(StandardCharsets.UTF_8) + "// more\n";
		String name = String.valueOf(files.get(1).getFilename());
		files.set(1, new ByteArrayResource(changed.getBytes(StandardCharsets.UTF_8)) {
			@Override
			public @Nullable String getFilename() {
				return name;
			}
		});
		assertThatExceptionOfType(GraphSchemaException.class)
				.isThrownBy(() -> new GraphSchema(statements, files).apply())
				.withMessageContaining(name).withMessageContaining("has changed");
	}

	@Test
	void aFileThatIsGoneIsNamed() throws IOException {
		List<Resource> files = shipped();
		Resource gone = files.removeLast();
		assertThatExceptionOfType(GraphSchemaException.class)
				.isThrownBy(() -> new GraphSchema(statements, files).apply())
				.withMessageContaining(String.valueOf(gone.getFilename())).withMessageContaining("is gone");
	}

	private static List<Resource> shipped() throws IOException {
		List<Resource> files = new ArrayList<>(Arrays
				.asList(new PathMatchingResourcePatternResolver().getResources("classpath:graph-schema/*.cypher")));
		files.sort(Comparator.comparing(file -> String.valueOf(file.getFilename())));
		return files;
	}
}
