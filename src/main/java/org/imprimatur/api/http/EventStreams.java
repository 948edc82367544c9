package org.imprimatur.api.http;

import java.io.IOException;
import org.imprimatur.api.error.Failures;
import org.imprimatur.api.error.GraphQlError;
import org.imprimatur.api.error.Refusal;
import org.reactivestreams.Publisher;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.graphql.GraphQlRequest;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlSseHandler;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Flux;

/**
 * GraphQL over server-sent events: a request that accepts {@code text/event-stream} before anything else, by {@code
 * POST} or, as {@code EventSource} asks, by {@code GET}. The answer to a query is a stream of one result.
 */
@Component
class EventStreams extends GraphQlSseHandler {

	private final WebGraphQlHandler graphQl;
	private final GraphQlRequestBody requests;

	EventStreams(WebGraphQlHandler graphQl, GraphQlProperties properties, GraphQlRequestBody requests) {
		super(graphQl, properties.getHttp().getSse().getTimeout(), properties.getHttp().getSse().getKeepAlive());
		this.graphQl = graphQl;
		this.requests = requests;
	}

	private interface Reading {
		GraphQlRequest read(ServerRequest request) throws IOException;
	}

	ServerResponse post(ServerRequest request) {
		return stream(request, requests::posted);
	}

	ServerResponse get(ServerRequest request) {
		return stream(request, requests::addressed);
	}

	private ServerResponse stream(ServerRequest request, Reading reading) {
		try {
			GraphQlRequest asked = reading.read(request);
			return prepareResponse(request, graphQl.handleRequest(GraphQlRequestBody.web(request, asked))
					.map(EventStreams::streamed));
		} catch (IOException | RuntimeException e) {
			return refused(Failures.refusal(e, request.path(), "this could not be answered: try again"));
		}
	}

	private static WebGraphQlResponse streamed(WebGraphQlResponse response) {
		return response.getData() instanceof Publisher
				? response
				: response.transform(builder -> builder.data(Flux.just(response.getExecutionResult())));
	}

	/** What opens no stream, or is no request at all, is told in JSON, whatever is accepted. */
	static ServerResponse refused(Refusal refusal) {
		return ServerResponse.status(refusal.code().status()).contentType(MediaType.APPLICATION_JSON)
				.cacheControl(CacheControl.noStore()).headers(headers -> refusal.headers().forEach(headers::set))
				.body(GraphQlError.answer(refusal));
	}
}
