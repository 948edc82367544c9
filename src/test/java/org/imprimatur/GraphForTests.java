package org.imprimatur;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imprimatur.knowledge.Sha256;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.neo4j.Neo4jContainer;

/**
 * Gives a test a graph of its own: a Neo4j container where Docker answers, else the embedded server in a new directory.
 * The application's code is the same with both.
 */
public class GraphForTests implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final String IMAGE = "neo4j:2026.08.1";

	/** The token of the curator of tests. */
	public static final String TOKEN = "a-token-of-tests-alone";
	/** A token that was good once. */
	public static final String EXPIRED_TOKEN = "a-token-of-the-past";

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestPropertyValues
				.of("imprimatur.curators[0].name=Ada", "imprimatur.curators[0].token-sha256=" + Sha256.of(TOKEN),
						"imprimatur.curators[1].name=Bob",
						"imprimatur.curators[1].token-sha256=" + Sha256.of(EXPIRED_TOKEN),
						"imprimatur.curators[1].expires=2026-01-01",
						// Tests ask at once, and count what they ask.
						"imprimatur.plan-ahead=false",
						// A context that was paused cannot start the one of the management port again.
						"management.server.port=-1")
				.applyTo(context);
		if (DockerClientFactory.instance().isDockerAvailable()) {
			Neo4jContainer neo4j = new Neo4jContainer(IMAGE);
			neo4j.start();
			onClose(context, neo4j::stop);
			TestPropertyValues.of("spring.neo4j.uri=" + neo4j.getBoltUrl(),
					"spring.neo4j.authentication.username=neo4j",
					"spring.neo4j.authentication.password=" + neo4j.getAdminPassword()).applyTo(context);
		} else {
			TestPropertyValues.of("imprimatur.data-directory=" + newDirectory()).applyTo(context);
		}
	}

	private static void onClose(ConfigurableApplicationContext context, Runnable action) {
		context.addApplicationListener(event -> {
			if (event instanceof ContextClosedEvent) {
				action.run();
			}
		});
	}

	/** A new directory for an embedded graph. */
	static Path newDirectory() {
		try {
			return Files.createTempDirectory(Files.createDirectories(Path.of("target", "graphs")), "graph");
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
