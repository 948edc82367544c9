package org.imprimatur.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.NodeProject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * GraphQL Code Generator makes a client of the schema and the query library that compiles without a cast, and works.
 */
@ApplicationTest
class TypeScriptClientTest {

	private static final Path CLIENT = Path.of("clients", "typescript");
	private static final Path PLANTED = CLIENT.resolve("src/generated/planted.ts");

	private static NodeProject client;

	private final Asker asker;

	TypeScriptClientTest(@Autowired Asker asker) {
		this.asker = asker;
	}

	@BeforeAll
	static void generate() {
		client = new NodeProject(CLIENT);
		client.run("npm", "run", "generate").succeeded();
		client.run("npm", "run", "build").succeeded();
	}

	@Test
	void itAsksTheApplication() {
		assertThat(client.run("node", "build/example.js", asker.origin(), "model/mythos-5", "2026-06-27").succeeded())
				.startsWith("model/mythos-5 on 2026-06-27: LIMITED\n")
				.contains("IN_FORCE  Licence before any export of Mythos or Fable");
	}

	@Test
	void itTellsWhatTheServerRefuses() {
		assertThat(client.run("node", "build/example.js", asker.origin(), "model/unheard-of").output())
				.contains("there is no model 'model/unheard-of': take an id from models");
	}

	@Test
	void itNeedsNoCast() throws IOException {
		try (Stream<Path> sources = Files.list(CLIENT.resolve("src"))) {
			List<Path> written = sources.filter(Files::isRegularFile).toList();
			assertThat(written).isNotEmpty().allSatisfy(
					source -> assertThat(source).content()
							.doesNotContainPattern("\\bas (any|const|unknown|[A-Z])|: any\\b|@ts-|<any"));
		}
	}

	@Test
	void whatTheSchemaHasNotDoesNotCompile() throws IOException {
		Files.writeString(PLANTED, """
			import type { ConditionSetQuery } from "./graphql.js";
			export const level = (answer: ConditionSetQuery) => answer.conditionSet.standing.colour;
			""");
		try {
			assertThat(client.run("npm", "run", "build").output()).contains("planted.ts").contains("'colour'");
		} finally {
			Files.delete(PLANTED);
		}
	}
}
