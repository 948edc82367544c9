package org.imprimatur.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.imprimatur.Chromium.PATIENCE;
import static org.imprimatur.Chromium.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.imprimatur.Asker;
import org.imprimatur.Chromium;
import org.imprimatur.PagesTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.beans.factory.annotation.Autowired;

/** The ways of readers with scripts: to why something was so, to a table, to a picture; and that all can go them. */
@PagesTest
class WorkbenchWalksTest {

	private static final Path AXE = Path.of("browser/node_modules/axe-core/axe.min.js");
	private static final List<String> PAGES = List.of("/", "/search?q=lutnik", "/model/mythos-5?asOf=2026-06-27",
			"/model/mythos-5/why?condition=condition/us-commerce-2026-06-12-licence&asOf=2026-06-27",
			"/letter/us-commerce-2026-06-26", "/agency/us-commerce", "/disputes?of=model/mythos-5",
			"/restrictions?jurisdiction=IT", "/compare?model=model/mythos-5,model/chatgpt&asOf=2026-06-27",
			"/graph?from=model/mythos-5",
			"/assess?model=model/mythos-5&party=Anthropic&action=EXPORT&asOf=2026-06-27", "/revisions", "/revisions/1",
			"/nowhere");

	private final String origin;
	private ChromeDriver browser;

	WorkbenchWalksTest(@Autowired Asker asker) {
		this.origin = asker.origin();
	}

	@BeforeEach
	void open() {
		assumeThat(getClass().getResource("/workbench/workbench.js") != null,
				"the build had no npm to make the scripts with");
		browser = Chromium.open();
	}

	@AfterEach
	void quit() {
		if (browser != null) {
			browser.quit();
		}
	}

	@Test
	void aJournalistFindsByKeyboardWhyAndWhatWasSoTheDayBefore() {
		browser.get(origin);
		WebElement box = browser.findElement(By.id("q"));
		box.sendKeys("Mythos 5");
		shown("#suggestions [role='option']");
		assertThat(box.getDomAttribute("aria-expanded")).isEqualTo("true");
		box.sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
		await().atMost(PATIENCE).until(browser::getCurrentUrl, address -> address.endsWith("/model/mythos-5"));

		browser.get(origin + "/model/mythos-5?asOf=2026-06-26");
		browser.findElement(By.cssSelector("#day")).sendKeys(Keys.ARROW_RIGHT);
		await().atMost(PATIENCE).ignoreException(StaleElementReferenceException.class)
				.until(() -> shown("#standing"), "On 27 June 2026"::equals);
		assertThat(browser.getCurrentUrl()).endsWith("/model/mythos-5?asOf=2026-06-27");
		await("the slider goes on").atMost(PATIENCE).ignoreException(StaleElementReferenceException.class)
				.until(() -> browser.switchTo().activeElement().getDomAttribute("id"), "day"::equals);

		WebElement why = browser.findElement(By.cssSelector("a.why[href*='us-commerce-2026-06-12-licence']"));
		pressed(why);
		assertThat(shown(".unfolded .derivation")).contains("Anthropic");
		assertThat(shown(".unfolded .boxes")).containsSubsequence("US Department of Commerce", "issued", "imposes",
				"names",
				"Claude Mythos 5");
		assertThat(why.getDomAttribute("aria-expanded")).isEqualTo("true");
		pressed(why);
		await().atMost(PATIENCE).until(() -> why.getDomAttribute("aria-expanded"), "false"::equals);

		browser.navigate().back();
		await().atMost(PATIENCE).until(browser::getCurrentUrl, address -> address.endsWith("/model/mythos-5"));
		assertThat(Chromium.warnings(browser)).isEmpty();
	}

	@Test
	void aResearcherTakesAwayWhatAPageShows() {
		browser.get(origin + "/restrictions?jurisdiction=IT&kind=PROHIBITED");
		assertThat(browser.findElement(By.linkText("CSV")).getAttribute("href"))
				.contains("/graphql/documents/restrictions.csv?", "%7B%22");
		assertThat(browser.findElement(By.linkText("Open the question in GraphiQL")).getAttribute("href"))
				.contains("/graphiql/#query=", "&variables=");
		browser.get(origin + "/model/mythos-5?asOf=2026-06-27");
		assertThat(browser.findElements(By.cssSelector(".drawing rect.bar"))).hasSizeGreaterThan(10);
		WebElement png = browser.findElement(By.linkText("PNG"));
		pressed(png);
		await().atMost(PATIENCE).until(() -> png.getAttribute("href"), it -> it.startsWith("data:image/png"));
	}

	@Test
	void anybodyCanReadThePages() throws IOException {
		assumeThat(Files.exists(AXE), "there is no axe: npm could not install it");
		String axe = Files.readString(AXE);
		Map<String, Object> found = new TreeMap<>();
		for (String page : PAGES) {
			browser.get(origin + page);
			shown("h1");
			browser.executeScript(axe);
			scheme("light");
			found.put(page, violations("{resultTypes: ['violations']}"));
			assertThat(requests()).as("what %s asks of the API", page).hasSizeLessThanOrEqualTo(1)
					.allMatch(it -> it.contains("?"), "by GET");
			scheme("dark");
			found.put(page + ", dark", violations("{runOnly: ['color-contrast'], resultTypes: ['violations']}"));
			browser.manage().window().setSize(new Dimension(390, 844));
			assertThat(browser.executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
					.as("%s is no wider than a phone", page).isEqualTo(true);
			browser.manage().window().setSize(new Dimension(1280, 900));
		}
		assertThat(found).allSatisfy((page, violations) -> assertThat(violations).isEqualTo(List.of()));
	}

	/** What was asked of the API for what a page shows: it comes with its answers, but for the drawing of the graph. */
	@SuppressWarnings("unchecked")
	private List<String> requests() {
		return (List<String>) requireNonNull(browser.executeScript("""
			return performance.getEntriesByType("resource").map(({name}) => name)
				.filter((name) => name.includes("/graphql"))"""));
	}

	private void scheme(String scheme) {
		browser.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
	}

	private @Nullable Object violations(String rules) {
		return browser.executeAsyncScript("""
			const done = arguments[arguments.length - 1];
			axe.run(%s).then(({ violations }) => done(violations.flatMap(({ id, nodes }) =>
				nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`))))"""
				.formatted(rules));
	}

	private void pressed(WebElement element) {
		browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
		element.click();
	}

	private String shown(String selector) {
		return browser.findElement(By.cssSelector(selector)).getText();
	}
}
