package org.imprimatur.api.http;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.stereotype.Component;

/**
 * Asks each common question once, so that its statements are planned before the first visitor asks it (design, "The
 * API"). It does so one after the other while nobody asks anything, and stops before the graph is closed: what a
 * visitor waits for comes first.
 */
@Component
@ConditionalOnBooleanProperty("imprimatur.plan-ahead")
class PlanningAhead implements SmartLifecycle {

	private static final Duration QUIET = Duration.ofSeconds(2);
	private static final long STEP = 100;

	private final List<CommonQuestions> common;
	private final ExecutionGraphQlService graphQl;
	private final Traffic traffic;
	private volatile boolean running;
	private @Nullable Thread planning;

	PlanningAhead(List<CommonQuestions> common, ExecutionGraphQlService graphQl, Traffic traffic) {
		this.common = common;
		this.graphQl = graphQl;
		this.traffic = traffic;
	}

	@Override
	public void start() {
		running = true;
		planning = Thread.ofPlatform().daemon().name("planning").start(this::plan);
	}

	private void plan() {
		common.stream().flatMap(CommonQuestions::commonQuestions).forEach(question -> {
			awaitQuiet();
			if (running) {
				graphQl.execute(new DefaultExecutionGraphQlRequest(question.document(), null, question.variables(),
						Map.of(), UUID.randomUUID().toString(), Locale.ROOT)).block();
			}
		});
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
