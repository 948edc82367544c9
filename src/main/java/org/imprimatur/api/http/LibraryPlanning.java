package org.imprimatur.api.http;

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
 * "The API"). It does so beside what is served, one after the other, and stops before the graph is closed.
 */
@Component
class LibraryPlanning implements SmartLifecycle {

	/** What it asks reads the whole graph, however large. */
	private static final String WHOLE_GRAPH = "verification";

	private final QueryLibrary library;
	private final ExecutionGraphQlService graphQl;
	private volatile boolean running;
	private @Nullable Thread planning;

	LibraryPlanning(QueryLibrary library, ExecutionGraphQlService graphQl) {
		this.library = library;
		this.graphQl = graphQl;
	}

	@Override
	public void start() {
		running = true;
		planning = Thread.ofPlatform().daemon().name("planning").start(this::plan);
	}

	private void plan() {
		for (Document document : library.all()) {
			if (running && !document.name().equals(WHOLE_GRAPH)) {
				graphQl.execute(new DefaultExecutionGraphQlRequest(document.text(), null, document.variables(),
						Map.of(), UUID.randomUUID().toString(), Locale.ROOT)).block();
			}
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
