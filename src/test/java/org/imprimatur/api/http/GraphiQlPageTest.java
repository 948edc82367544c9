package org.imprimatur.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.imprimatur.Chromium.DOWNLOADS;
import static org.imprimatur.Chromium.PATIENCE;
import static org.imprimatur.Chromium.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.Chromium;
import org.imprimatur.PagesTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

@PagesTest
class GraphiQlPageTest {

	private static final Path SCREENSHOT = Path.of("target/graphiql.png");
	private static final String VARIABLES = ".graphiql-editor-tool .view-lines";
	private static final Duration A_MOMENT = Duration.ofSeconds(1);

	@Value("http://127.0.0.1:${local.server.port}")
	private String origin;

	@BeforeEach
	void needsThePage() {
		assumeThat(getClass().getResource("/graphiql/index.html") != null,
				"the build had no npm to make the page with");
	}

	@Test
	void itsAddressLeadsToThePageBelowWhateverPath() throws Exception {
		var root = get("/graphiql");
		assertThat(root.statusCode()).isEqualTo(307);
		assertThat(root.headers().firstValue("Location")).hasValue("graphiql/");
	}

	@Test
	void thePageIsAskedForEachTimeAndItsPartsOnlyOnce() throws Exception {
		var page = get("/graphiql/");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
		assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
		assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
				.startsWith("default-src 'none'");
		var parts = Pattern.compile("(?:src|href)=\"([^d\"][^\"]*)\"").matcher(page.body()).results()
				.map(match -> match.group(1)).toList();
		assertThat(parts).isNotEmpty().allMatch(part -> part.startsWith("./"), "relative");
		for (var part : parts) {
			assertThat(get("/graphiql/" + part.substring(2)).headers().firstValue("Cache-Control").orElseThrow())
					.contains("immutable");
		}
	}

	@Test
	void theDocumentationIsReadBesideIt() throws Exception {
		var overview = get("/graphiql/docs/README.html").body();
		assertThat(overview).contains("<h1 id=\"imprimatur\">").contains("href=\"limits.html\"");
		for (var link : Pattern.compile("href=\"([\\w-]+\\.(?:html|css))").matcher(overview).results()
				.map(it -> it.group(1))
				.collect(Collectors.toSet())) {
			assertThat(get("/graphiql/docs/" + link).statusCode()).as(link).isEqualTo(200);
		}
		assertThat(get("/graphiql/docs/LICENSE.txt").body()).contains("Apache License");
	}

	@Test
	void noSourceMapIsShipped() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("target/classes/graphiql"))) {
			assertThat(files).noneMatch(file -> file.toString().endsWith(".map"));
		}
	}

	@Test
	void aVisitorRunsTheFirstExampleAndNothingLeavesThisMachine() throws IOException {
		Files.deleteIfExists(DOWNLOADS.resolve("Regulator.csv"));
		var browser = Chromium.open();
		try {
			browser.get(origin + "/graphiql");
			assertThat(browser.getTitle()).contains("Imprimatur");
			assertThat(shown(browser, "h1")).isEqualTo("Imprimatur");
			assertThat(shown(browser, VARIABLES)).contains("{");
			assertThat(shown(browser, ".graphiql-tab-active")).isEqualTo("ConditionSet");
			run(browser);
			await().atMost(PATIENCE).until(() -> shown(browser, ".result-window"), answer -> answer.contains("}"));
			assertShowsTheAnswer(browser);
			browser.findElement(By.cssSelector("[aria-label='Show Documentation Explorer']")).click();
			browser.findElement(By.linkText("Query")).click();
			browser.findElement(By.linkText("ConditionSet")).click();
			assertThat(shown(browser, ".graphiql-doc-explorer-content")).contains("conditions");
			browser.findElement(By.cssSelector("[aria-label='Show Examples']")).click();
			Files.write(SCREENSHOT, browser.getScreenshotAs(OutputType.BYTES));
			assertShowsTheLibrary(browser);
			assertMarksOnlyWhatIsWrong(browser);

			var tabs = shown(browser, ".graphiql-tabs");
			awaitStored(browser);
			browser.navigate().refresh();
			assertThat(shown(browser, ".graphiql-tabs")).as("tabs after a reload").isEqualTo(tabs);
			assertThat(shown(browser, VARIABLES)).as("variables after a reload").contains("{");

			assertCompletesIdsByName(browser);
			assertOpensFromALink(browser);
			assertFitsAPhone(browser);

			assertThat(requests(browser)).contains(origin + "/graphql")
					.allMatch(address -> address.startsWith(origin + "/") || address.startsWith("data:"));
			assertThat(Chromium.warnings(browser)).isEmpty();
		} finally {
			browser.quit();
		}
	}

	/** Every document is listed in a group, found by its words, and opens in a tab of its own, with its variables. */
	private static void assertShowsTheLibrary(ChromeDriver browser) throws IOException {
		var documents = new PathMatchingResourcePatternResolver().getResources("classpath:graphql-documents/*.graphql");
		assertThat(browser.findElements(By.cssSelector(".examples li"))).as("documents and a subscription")
				.hasSize(documents.length + 1);
		assertThat(browser.findElements(By.cssSelector(".examples summary"))).extracting(WebElement::getText)
				.isNotEmpty().doesNotContain("More");
		openExample(browser, "watch");
		run(browser);
		await().atMost(PATIENCE).until(() -> shown(browser, ".result-window"), answer -> answer.contains("Mythos"));
		assertThat(browser.findElement(By.cssSelector(".graphiql-execute-button")).getDomAttribute("aria-label"))
				.startsWith("Stop");
		run(browser);
		openExample(browser, "regulator");
		assertThat(shown(browser, VARIABLES)).contains("agency/us-commerce");
		run(browser);
		await().atMost(PATIENCE).until(() -> shown(browser, ".result-window"),
				answer -> answer.contains("US Department of Commerce"));
	}

	private static void openExample(ChromeDriver browser, String name) {
		var search = browser.findElement(By.cssSelector(".examples input"));
		search.clear();
		search.sendKeys(name);
		browser.findElement(By.xpath("//*[@class='examples']//button[starts-with(., '%s')]".formatted(name))).click();
	}

	/** From the first page to a model, a day, the reasons of a condition, and the question in GraphiQL. */
	private static void run(ChromeDriver browser) {
		browser.findElement(By.cssSelector(".graphiql-execute-button")).click();
	}

	/** A variable with a default may be left out. */
	private static void assertMarksOnlyWhatIsWrong(ChromeDriver browser) {
		var variables = "__MONACO.editor.getModels().find(model => model.uri.path.includes('variables'))";
		var written = browser.executeScript("return %s.getValue()".formatted(variables));
		browser.executeScript("%s.setValue('{}')".formatted(variables));
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(browser.executeScript(
				"return __MONACO.editor.getModelMarkers({}).map(marker => marker.message).join()"))
				.isEqualTo("Missing property \"id\"."));
		browser.executeScript("%s.setValue(arguments[0])".formatted(variables), written);
	}

	private static void assertCompletesIdsByName(ChromeDriver browser) {
		browser.executeScript("""
			const editor = __MONACO.editor.getEditors().find(it => it.getModel().uri.path.includes('variables'));
			editor.setValue('{"id": ""}');
			editor.setPosition({ lineNumber: 1, column: 9 });
			editor.focus();""");
		browser.switchTo().activeElement().sendKeys("US Department of Commerce");
		await().atMost(PATIENCE).pollInterval(A_MOMENT).until(() -> accepted(browser), "agency/us-commerce"::equals);
	}

	/** Accepts what is offered once it is, and types again until then: what the page has not loaded yet is not asked. */
	private static @Nullable Object accepted(ChromeDriver browser) {
		var offered = String
				.valueOf(browser.executeScript("return document.querySelector('.suggest-widget')?.textContent"));
		if (offered.startsWith("US Department of Commerceagency/us-commerce")) {
			browser.executeScript("""
				__MONACO.editor.getEditors().find(it => it.hasTextFocus()).trigger('', 'acceptSelectedSuggestion')""");
		} else {
			browser.switchTo().activeElement().sendKeys(Keys.BACK_SPACE, "e");
		}
		return browser.executeScript(
				"""
					return __MONACO.editor.getModels().find(it => it.uri.path.includes('variables')).getValue().split('"')[3]""");
	}

	/** The link that is copied has the question and its variables, and nothing of the browser is needed. */
	private static void assertOpensFromALink(ChromeDriver browser) throws IOException {
		browser.findElement(By.cssSelector("[aria-label^='Copy a link']")).click();
		await().atMost(PATIENCE).until(browser::getCurrentUrl, address -> address.contains("#query="));
		var link = browser.getCurrentUrl();
		browser.executeScript("localStorage.clear()");
		browser.get("about:blank");
		browser.get(link);
		assertThat(shown(browser, ".graphiql-tab-active")).isEqualTo("Regulator");
		assertThat(shown(browser, VARIABLES)).contains("agency/us-commerce");
		run(browser);
		browser.findElement(By.xpath("//button[. = 'Save as CSV']")).click();
		var table = DOWNLOADS.resolve("Regulator.csv");
		await().atMost(PATIENCE).until(() -> Files.exists(table));
		assertThat(Files.readString(table)).contains("letter/us-commerce-2026-06-12");
		browser.findElement(By.cssSelector("[aria-label='Show Explorer']")).click();
		assertThat(shown(browser, ".graphiql-explorer-root")).contains("conditionSets");
		browser.findElement(By.cssSelector("[aria-label='Show Examples']")).click();
	}

	/** The question, its answer below it, and a panel in place of both, each as wide as the screen. */
	private static void assertFitsAPhone(ChromeDriver browser) {
		browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
		assertThat(browser.findElement(By.cssSelector(".examples")).getSize().width).isGreaterThan(300);
		openExample(browser, "why");
		for (var part : List.of(".graphiql-query-editor", ".graphiql-editor-tool", ".result-window")) {
			var size = browser.findElement(By.cssSelector(part)).getSize();
			assertThat(size.width).as(part).isGreaterThan(300);
			assertThat(size.height).as(part).isGreaterThan(80);
		}
	}

	/** What was typed is stored a moment later, and a reload before that finds the tabs as they were. */
	private static void awaitStored(ChromeDriver browser) {
		await().atMost(PATIENCE).until(() -> Boolean.TRUE.equals(browser.executeScript(
				"""
					const kept = key => localStorage.getItem('graphiql:' + key);
					const { tabs, activeTabIndex } = JSON.parse(kept('tabState'));
					const { query, variables } = tabs[activeTabIndex];
					return query.includes('query Regulator') && query === kept('query') && variables === kept('variables')""")));
	}

	/** The editor holds only the lines that can be seen, so the window is made as tall as the answer for a moment. */
	private void assertShowsTheAnswer(ChromeDriver browser) {
		var size = browser.manage().window().getSize();
		browser.manage().window().setSize(new Dimension(size.width, 6_000));
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(withoutSpace(lines(browser))).isEqualTo(withoutSpace(
				answer())));
		browser.manage().window().setSize(size);
	}

	private static String lines(ChromeDriver browser) {
		return String.valueOf(browser.executeScript("""
			return [...document.querySelectorAll('.result-window .view-line')]
				.sort((one, other) => parseInt(one.style.top) - parseInt(other.style.top))
				.map(line => line.textContent).join('')"""));
	}

	private String answer() throws Exception {
		var body = JsonMapper.shared()
				.writeValueAsString(Map.of("query", shipped("condition-set.graphql"), "variables",
						JsonMapper.shared().readTree(shipped("condition-set.variables.json"))));
		try (var client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(URI.create(origin + "/graphql"))
					.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build(),
					BodyHandlers.ofString()).body();
		}
	}

	private static String shipped(String document) throws IOException {
		return new ClassPathResource("graphql-documents/" + document).getContentAsString(StandardCharsets.UTF_8);
	}

	private static String withoutSpace(String text) {
		return text.replaceAll("[\\s\u00a0]", "");
	}

	/** Monaco writes spaces as no-break spaces. */
	private static String shown(ChromeDriver browser, String selector) {
		return browser.findElement(By.cssSelector(selector)).getText().replace('\u00a0', ' ');
	}

	private static List<String> requests(ChromeDriver browser) {
		return browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream().map(LogEntry::getMessage)
				.map(JsonMapper.shared()::readTree).map(entry -> entry.path("message"))
				.filter(event -> event.path("method").asString().equals("Network.requestWillBeSent"))
				.map(event -> event.at("/params/request/url").asString()).toList();
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		try (var client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(URI.create(origin + path)).build(), BodyHandlers.ofString());
		}
	}
}
