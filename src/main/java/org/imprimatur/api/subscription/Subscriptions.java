package org.imprimatur.api.subscription;

import graphql.GraphQLError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.api.limit.Client;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts the subscriptions that run, in total and by the address of the client, and refuses more than a limit. */
@Component
class Subscriptions implements WebGraphQlInterceptor {

	static final int MOST = 1_000;
	static final int MOST_OF_A_CLIENT = 100;

	/** What the context of an operation holds the client's address under. */
	static final String CLIENT = "imprimatur.client";

	private final Map<String, Integer> running = new HashMap<>();

	/** The same stream, as one subscription of a client. */
	<T> Flux<T> counted(String client, Flux<T> stream) {
		return Flux.using(() -> begin(client), begun -> stream, this::end);
	}

	/** How many run. */
	synchronized int running() {
		return running.values().stream().mapToInt(Integer::intValue).sum();
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		String client = Client.at(request.getRemoteAddress());
		request.configureExecutionInput(
				(input, builder) -> builder.graphQLContext(Map.of(CLIENT, client)).build());
		return chain.next(request)
				.map(response -> request instanceof WebSocketGraphQlRequest
						&& !response.getExecutionResult().isDataPresent() ? failed(response) : response);
	}

	/** What was not begun is no result, in the protocol of WebSockets, but an error. */
	private static WebGraphQlResponse failed(WebGraphQlResponse response) {
		List<GraphQLError> errors = response.getExecutionResult().getErrors();
		return response.transform(builder -> builder.data(
				Flux.error(new SubscriptionPublisherException(errors, new IllegalArgumentException("refused")))));
	}

	private synchronized String begin(String client) {
		int own = running.getOrDefault(client, 0);
		if (own >= MOST_OF_A_CLIENT) {
			throw new Refusal(Code.LIMIT_EXCEEDED,
					"this client has %d subscriptions, and %d is the limit: end one, or name more models in one"
							.formatted(own, MOST_OF_A_CLIENT));
		}
		if (running() >= MOST) {
			throw new Refusal(Code.LIMIT_EXCEEDED,
					"%d subscriptions are running, and %d is the limit: try again later, or poll with changedSince"
							.formatted(running(), MOST));
		}
		running.merge(client, 1, Integer::sum);
		return client;
	}

	private synchronized void end(String client) {
		running.computeIfPresent(client, (key, own) -> own == 1 ? null : own - 1);
	}
}
