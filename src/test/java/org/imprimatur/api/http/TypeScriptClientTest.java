package org.imprimatur.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.imprimatur.Asker;
import org.imprimatur.NodeProject;
import org.imprimatur.PagesTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * GraphQL Code Generator makes a client of the schema and the query library that compiles without a cast, and works; so
 * do the clients that people have, whose caches stay true.
 */
@PagesTest
class TypeScriptClientTest {

	private static final Path CLIENT = Path.of("clients", "typescript");
	private static final Path CACHES = CLIENT.resolve("src/caches/schema.ts");
	private static final Path PLANTED = CLIENT.resolve("src/generated/planted.ts");

	private static NodeProject client;
	private static String caches;

	private final Asker asker;

	TypeScriptClientTest(@Autowired Asker asker) {
		this.asker = asker;
	}

	@BeforeAll
	static void generate() throws IOException {
		client = new NodeProject(CLIENT);
		caches = Files.readString(CACHES);
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

	/** What it needs is there already, so that nothing is fetched. */
	@Test
	void aStrangerInstallsThePackedFileAndAsks(@TempDir Path project) throws IOException {
		client.run("npm", "pack", "--ignore-scripts", "--pack-destination", project.toString()).succeeded();
		var modules = CLIENT.resolve("node_modules").toAbsolutePath();
		Files.writeString(project.resolve("package.json"), """
			{"type": "module"}""");
		Files.writeString(project.resolve("tsconfig.json"), """
			{"compilerOptions": {"module": "es2022", "moduleResolution": "bundler", "strict": true, "types": []}}""");
		Files.writeString(project.resolve("ask.ts"), """
			import { ask, ConditionSetDocument, type Level } from "imprimatur-client";
			import { possibleTypes, typePolicies } from "imprimatur-client/apollo";
			import { keys, resolvers, schema } from "imprimatur-client/urql";

			const about = (model: string) => ask("%s", ConditionSetDocument, { model, asOf: "2026-06-27" });
			const level: Level = (await about("model/mythos-5")).conditionSet.standing.level;
			const codes = await about("model/unheard-of").catch(({ cause }) => JSON.stringify(cause));
			console.log(level, possibleTypes.Party, typePolicies.Period, keys.Period, resolvers.Query, schema, codes);
			""".formatted(asker.origin()));
		client.run("npm", "install", "--offline", "--prefix", project.toString(),
				project.resolve("imprimatur-client-0.1.0.tgz").toString(), modules.resolve("graphql").toString(),
				modules.resolve("@graphql-typed-document-node/core").toString(),
				modules.resolve("@apollo/client").toString(),
				modules.resolve("@urql/exchange-graphcache").toString()).succeeded();
		client.run("npm", "exec", "--", "tsc", "--project", project.toString()).succeeded();
		assertThat(client.run("node", project.resolve("ask.js").toString()).succeeded()).startsWith("LIMITED [")
				.contains("Company").contains("keyFields: false").contains("there is no model 'model/unheard-of'")
				.contains("extensions");
	}

	@Test
	void itNeedsNoCast() throws IOException {
		try (Stream<Path> sources = Files.walk(CLIENT.resolve("src"))) {
			List<Path> written = sources
					.filter(it -> Files.isRegularFile(it) && !it.startsWith(CLIENT.resolve("src/generated"))).toList();
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

	@Test
	void whatCachesAreToldIsMadeOfTheSchema() {
		assertThat(CACHES).as("it was made anew: look at the difference").hasContent(caches);
	}

	/** What each asserts is in the script. */
	@Test
	void theClientsThatPeopleHaveStayTrue() {
		assertThat(client.run("node", "test/clients.js", asker.origin()).succeeded().lines()).contains(
				"Apollo Client: the cache stays true", "urql: the cache stays true", "Relay: the cache stays true",
				"graphql-ws: comes back, and is told what it missed",
				"graphql-sse: comes back, and is told what it missed",
				"Apollo Client: shows the summary, and again when it is told",
				"urql: shows the summary, and again when it is told",
				"Relay: shows the summary, and again when it is told");
	}

	@ParameterizedTest
	@ValueSource(strings = {"apollo", "urql", "relay"})
	void theyAreSetUpAsTheDocumentSays(String example) throws IOException {
		assertThat(Path.of("docs", "clients.md")).content()
				.contains(Files.readString(CLIENT.resolve("examples/%s.js".formatted(example))));
	}
}
