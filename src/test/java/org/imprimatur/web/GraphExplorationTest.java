package org.imprimatur.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.imprimatur.Chromium.PATIENCE;
import static org.imprimatur.Chromium.assumeThat;

import java.util.List;
import java.util.Map;
import org.imprimatur.Asker;
import org.imprimatur.Chromium;
import org.imprimatur.PagesTest;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.springframework.beans.factory.annotation.Autowired;

/** The drawing of the graph, and the list that is its equal, as a visitor with scripts sees them. */
@PagesTest
class GraphExplorationTest {

	/** The library leaves what it draws at the element that it draws in. */
	private static final String DRAWN = "document.querySelector('.canvas')._cyreg.cy";

	private static final String LIFTING = "Lifting of the controls on Mythos 5 and Fable 5";

	private final String origin;

	GraphExplorationTest(@Autowired Asker asker) {
		this.origin = asker.origin();
	}

	@Test
	void aReaderGoesFromAPersonToALetterThatTheyDidNotSign() {
		assumeThat(getClass().getResource("/workbench/workbench.js") != null,
				"the build had no npm to make the scripts with");
		ChromeDriver browser = Chromium.open();
		try {
			browser.get(origin + "/graph?from=person/howard-lutnick");
			List<String> around = held(browser);
			assertThat(around).contains("Howard Lutnick", "Letter that lets listed entities have Mythos 5")
					.doesNotContain(LIFTING);
			await().atMost(PATIENCE).untilAsserted(() -> assertThat(names(browser, ".labelled"))
					.contains("Howard Lutnick", "US Department of Commerce"));

			choose(browser, "US Department of Commerce");
			WebElement add = browser.findElement(By.cssSelector("button[aria-label$=': issued']"));
			int more = Integer.parseInt(add.getText().replaceAll("\\D", ""));
			add.click();
			assertThat(held(browser)).hasSize(around.size() + more).containsAll(around).contains(LIFTING);

			choose(browser, LIFTING);
			browser.findElement(By.xpath("//button[. = 'Path from Howard Lutnick']")).click();
			assertThat(browser.findElement(By.cssSelector(".chosen ol")).getText()).startsWith("Howard Lutnick");
			assertThat(browser.getCurrentUrl())
					.endsWith("?from=person%2Fhoward-lutnick&to=letter%2Fus-commerce-2026-06-30");
			assertThat(names(browser, ".path")).hasSizeGreaterThan(1);
			held(browser);

			browser.findElement(By.xpath("//button[normalize-space() = 'Take out']")).click();
			assertThat(held(browser)).isNotEmpty().doesNotContain(LIFTING);
			browser.findElement(By.xpath("//button[normalize-space() = 'Put back']")).click();
			assertThat(held(browser)).contains(LIFTING);

			assertFitsAPhone(browser);
			assertThat(Chromium.warnings(browser)).isEmpty();
		} finally {
			browser.quit();
		}
	}

	/** Presses a node of the drawing, where it is. */
	private static void choose(ChromeDriver browser, String name) {
		WebElement canvas = browser.findElement(By.cssSelector(".canvas"));
		browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", canvas);
		@SuppressWarnings("unchecked")
		List<Long> fromCentre = (List<Long>) requireNonNull(browser.executeScript("""
			const { x, y } = %s.nodes(`[name = '${arguments[0]}']`).renderedPosition();
			return [x - arguments[1].clientWidth / 2, y - arguments[1].clientHeight / 2].map(Math.round)"""
				.formatted(DRAWN), name, canvas));
		new Actions(browser).moveToElement(canvas, fromCentre.getFirst().intValue(), fromCentre.getLast().intValue())
				.click().perform();
		await().atMost(PATIENCE).untilAsserted(() -> {
			assertThat(browser.findElement(By.cssSelector("#chosen")).getText()).isEqualTo(name);
			assertThat(browser.findElement(By.cssSelector(".chosen")).getText()).doesNotContain("Asking");
		});
	}

	/** What the list holds, which is what the drawing holds and says to hold. */
	private static List<String> held(ChromeDriver browser) {
		List<String> listed = browser.findElements(By.cssSelector(".held li")).stream().map(WebElement::getText)
				.toList();
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(names(browser, "node"))
				.containsExactlyInAnyOrderElementsOf(listed));
		assertThat(browser.findElement(By.cssSelector(".canvas")).getDomAttribute("aria-label"))
				.contains("%d nodes".formatted(listed.size()), "list below");
		return listed;
	}

	@SuppressWarnings("unchecked")
	private static List<String> names(ChromeDriver browser, String selector) {
		return (List<String>) requireNonNull(browser.executeScript(
				"return %s.$('%s').map(it => it.data('name'))".formatted(DRAWN, selector)));
	}

	private static void assertFitsAPhone(ChromeDriver browser) {
		browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
		assertThat(browser.executeScript("return document.documentElement.scrollWidth")).isEqualTo(390L);
	}
}
