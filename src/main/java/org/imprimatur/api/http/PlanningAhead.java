package org.imprimatur.api.http;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.imprimatur.api.http.QueryLibrary.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.stereotype.Component;

/**
 * Asks each document of the library once, so that its statements are planned before the first visitor asks it (design,
 * "The API"). It does so one after the other while nobody asks anything, and stops before the graph is closed: what a
 * visitor waits for comes first.
 */
@Component
class LibraryPlanning implements SmartLifecycle {

	/** What it asks reads the whole graph, however large. */
	private static final String WHOLE_GRAPH = "verification";

	private static final Duration QUIET = Duration.ofSeconds(2);
	private static final long STEP = 100;

	private final QueryLibrary library;
	private final ExecutionGraphQlService graphQl;
	private final Draining traffic;
	private volatile boolean running;
	private @Nullable Thread planning;

	LibraryPlanning(QueryLibrary library, ExecutionGraphQlService graphQl, Draining traffic) {
		this.library = library;
		this.graphQl = graphQl;
		this.traffic = traffic;
	}

	@Override
	public void start() {
		running = true;
		planning = Thread.ofPlatform().daemon().name("planning").start(this::plan);
	}

	private void plan() {
		for (Document document : library.all()) {
			awaitQuiet();
			if (running && !document.name().equals(WHOLE_GRAPH)) {
				graphQl.execute(new DefaultExecutionGraphQlRequest(document.text(), null, document.variables(),
						Map.of(), UUID.randomUUID().toString(), Locale.ROOT)).block();
			}
		}
	}

	private void awaitQuiet() {
		try {
			while (running && !traffic.isQuietFor(QUIET)) {
				Thread.sleep(STEP);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void stop() {
		running = false;
		try {
			if (planning != null) {
				planning.join();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return running;
	}
}
