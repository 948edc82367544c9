package org.imprimatur;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The browser in which tests see pages as visitors do; it finds no other host than this machine. */
public final class Chromium {

	public static final Path DOWNLOADS = Path.of("target/downloads").toAbsolutePath();
	public static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
	private static final Path CHROMEDRIVER = Path.of("/usr/bin/chromedriver");

	private Chromium() {
	}

	/** Opens a window, which the test quits; where there is no browser, the test is skipped. */
	public static ChromeDriver open() {
		assumeThat(Files.isExecutable(CHROMIUM) && Files.isExecutable(CHROMEDRIVER),
				CHROMIUM + " and " + CHROMEDRIVER + " are not installed");
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		logs.enable(LogType.PERFORMANCE, Level.ALL);
		ChromeOptions options = new ChromeOptions().setBinary(CHROMIUM.toFile());
		options.setExperimentalOption("prefs", Map.of("download.default_directory", DOWNLOADS.toString()));
		options.setCapability("goog:loggingPrefs", logs);
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--disable-dev-shm-usage", "--window-size=1440,900",
				"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
		ChromeDriver browser = new ChromeDriver(new ChromeDriverService.Builder()
				.usingDriverExecutable(CHROMEDRIVER.toFile()).usingAnyFreePort().build(), options);
		browser.manage().timeouts().implicitlyWait(PATIENCE);
		return browser;
	}

	/** What the console warned of since it was asked before: a script that failed, or what the policy forbade. */
	public static List<LogEntry> warnings(ChromeDriver browser) {
		return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
				.filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue()).toList();
	}

	/** JUnit keeps the reason to itself; whoever builds should read it. */
	public static void assumeThat(boolean met, String otherwise) {
		if (!met) {
			System.err.println("Skipped: " + otherwise);
		}
		assumeTrue(met, otherwise);
	}
}
