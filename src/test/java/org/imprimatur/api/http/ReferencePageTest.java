package org.imprimatur.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.Chromium.assumeThat;

import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.NodeProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever writes a query looks a type up, and cites it. */
@ApplicationTest
class ReferencePageTest {

	private static final Path SCHEMA = Path.of("clients", "schema.graphql");

	private final Asker asker;

	ReferencePageTest(@Autowired Asker asker) {
		this.asker = asker;
	}

	@BeforeEach
	void needsThePage() {
		assumeThat(getClass().getResource("/reference/index.html") != null,
				"the build had no npm to make the page with");
	}

	@Test
	void itsAddressLeadsToThePageBelowWhateverPath() throws Exception {
		var root = get("/reference");
		assertThat(root.statusCode()).isEqualTo(307);
		assertThat(root.headers().firstValue("Location")).hasValue("reference/");
	}

	@Test
	void thePageRunsNothingAndLoadsStylesOfThisServerAlone() throws Exception {
		var page = get("/reference/");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
		assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
		assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
				.startsWith("default-src 'none'").doesNotContain("unsafe-inline");
		assertThat(page.body()).doesNotContain("<script", "<style", " style=", " src=");
		for (var loaded : matches("<link [^>]*href=\"([^\"]*)\"", page.body())) {
			assertThat(loaded).as("relative").matches("(\\.\\./)?\\w+\\.(css|svg)");
			assertThat(get(URI.create("/reference/").resolve(loaded).toString()).statusCode()).as(loaded)
					.isEqualTo(200);
		}
	}

	@Test
	void everyTypeOfTheSchemaCanBeCitedAndEveryLinkLeadsToOne() throws Exception {
		var page = get("/reference/").body();
		var anchors = matches("id=\"([^\"]*)\"", page);
		assertThat(anchors).containsAll(new SchemaParser().parse(SCHEMA.toFile()).types().keySet())
				.contains("Model.developer", "Query.models(first:)", "State.IN_FORCE", "Date", "Int")
				.containsAll(matches("href=\"#([^\"]*)\"", page));
	}

	@Test
	void whatIsDeprecatedOrGivenByDefaultOrWrittenInMarkdownIsSeen(@TempDir Path folder) throws IOException {
		var schema = Files.writeString(folder.resolve("schema.graphql"), """
			type Query {
			  "Forges *one*, or `two`; never <b>three</b>."
			  forge(first: [Metal!] = [IRON], name: String = "<Acme>"): [Anvil!]
			}
			"Heavy."
			type Anvil { weight: Int @deprecated(reason: "Ask `mass`.") }
			enum Metal { IRON TIN @deprecated }
			""");
		new NodeProject(Path.of("browser")).run("node", "reference/reference.js", schema.toString(), folder.toString())
				.succeeded();
		assertThat(folder.resolve("index.html")).content()
				.contains("<em>one</em>, or <code>two</code>; never &lt;b&gt;three&lt;/b&gt;.",
						"[<a href=\"#Metal\">Metal</a>!] = [IRON]", "= &quot;&lt;Acme&gt;&quot;",
						"[<a href=\"#Anvil\">Anvil</a>!]", "Met at <a href=\"#Query.forge\">Query.forge</a>.",
						"Deprecated: Ask <code>mass</code>.", "Deprecated: No longer supported");
	}

	private static Set<String> matches(String pattern, String text) {
		return Pattern.compile(pattern).matcher(text).results().map(it -> it.group(1)).collect(Collectors.toSet());
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		try (var client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(URI.create(asker.origin() + path)).build(),
					BodyHandlers.ofString());
		}
	}
}
