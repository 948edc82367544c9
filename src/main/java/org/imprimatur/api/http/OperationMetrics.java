package org.imprimatur.api.http;

import graphql.GraphQLError;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.imprimatur.api.error.GraphQlError;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.ledger.Head;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.GraphQlRequest;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts and times operations for whoever runs this. They go by their names where the query library has these, and are
 * {@code other} else, since clients may make up any number of names.
 */
@Component
class OperationMetrics implements WebGraphQlInterceptor {

	private static final String OPERATIONS = "imprimatur.operations";
	private static final String OPERATION = "operation";
	private static final Pattern NAMED = Pattern.compile("\\b(?:query|subscription)\\s+(\\w{1,100})");

	private final MeterRegistry registry;
	private final Set<String> names;

	OperationMetrics(MeterRegistry registry, QueryLibrary library, Head head) {
		this.registry = registry;
		names = library.all().stream().flatMap(it -> NAMED.matcher(it.text()).results()).map(it -> it.group(1))
				.collect(Collectors.toSet());
		Gauge.builder("imprimatur.revision", head, Head::number).register(registry);
	}

	/** Counts an answer that was kept. */
	void kept(GraphQlRequest asked) {
		registry.timer(OPERATIONS, OPERATION, name(asked), "kept", "true", "refused", "").record(Duration.ZERO);
	}

	/** Counts what was refused at the door. */
	void refused(Code code) {
		registry.timer(OPERATIONS, OPERATION, "", "kept", "false", "refused", code.name()).record(Duration.ZERO);
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		long begun = System.nanoTime();
		return chain.next(request).doOnNext(response -> executed(request, response,
				Duration.ofNanos(System.nanoTime() - begun)));
	}

	private void executed(GraphQlRequest asked, WebGraphQlResponse response, Duration took) {
		String name = name(asked);
		registry.timer(OPERATIONS, OPERATION, name, "kept", "false", "refused", refused(response)).record(took);
		if (response.getExecutionResult().getExtensions() instanceof Map<?, ?> extensions
				&& extensions.get("cost") instanceof Map<?, ?> cost && cost.get("requested") instanceof Long spent) {
			registry.summary("imprimatur.cost", OPERATION, name).record(spent);
		}
	}

	private static String refused(WebGraphQlResponse response) {
		return response.getExecutionResult().getErrors().stream().map(OperationMetrics::code).findFirst().orElse("");
	}

	private static String code(GraphQLError error) {
		@Nullable
		Map<String, Object> extensions = error.getExtensions();
		return extensions == null ? "" : String.valueOf(extensions.get(GraphQlError.CODE));
	}

	private String name(GraphQlRequest asked) {
		String name = asked.getOperationName() == null
				? NAMED.matcher(asked.getDocument()).results().map((MatchResult it) -> it.group(1)).findFirst()
						.orElse("")
				: asked.getOperationName();
		return names.contains(name) ? name : "other";
	}
}
