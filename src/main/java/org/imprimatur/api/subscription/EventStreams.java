package org.imprimatur.api.subscription;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.List;
import org.imprimatur.api.error.Failures;
import org.imprimatur.api.error.GraphQlError;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.reactivestreams.Publisher;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlSseHandler;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Serves GraphQL over server-sent events at the address of the API: a {@code POST} that accepts {@code
 * text/event-stream} before anything else. It goes before the other routes, which need not know of it.
 */
@Configuration(proxyBeanMethods = false)
class EventStreams {

	@Bean
	GraphQlSseHandler eventStreamHandler(WebGraphQlHandler graphQl, GraphQlProperties properties) {
		GraphQlProperties.Sse settings = properties.getHttp().getSse();
		return new GraphQlSseHandler(graphQl, settings.getTimeout(), settings.getKeepAlive()) {

			@Override
			protected ServerResponse prepareResponse(ServerRequest request, Mono<WebGraphQlResponse> response) {
				return super.prepareResponse(request, response.map(EventStreams::streamed));
			}
		};
	}

	@Bean
	@Order(-1)
	RouterFunction<ServerResponse> eventStreamRoute(GraphQlSseHandler eventStreamHandler,
			GraphQlProperties properties) {
		return route()
				.POST(properties.getHttp().getPath(), request -> areAccepted(request.headers().accept()),
						eventStreamHandler::handleRequest)
				.onError(thrown -> true, EventStreams::refused).build();
	}

	/** A request that opens no stream is told why as at the other doors. */
	private static ServerResponse refused(Throwable thrown, ServerRequest request) {
		Refusal refusal = switch (thrown) {
			case HttpMediaTypeNotSupportedException ignored -> new Refusal(Code.UNSUPPORTED_MEDIA_TYPE,
					"the body has to be JSON in UTF-8: send it with Content-Type: application/json");
			case HttpMessageNotReadableException ignored -> unreadable();
			case ServerWebInputException ignored -> unreadable();
			default -> Failures.refusal(thrown, request.path(), "this could not be answered: try again");
		};
		return ServerResponse.status(refusal.code().status()).contentType(MediaType.APPLICATION_JSON)
				.cacheControl(CacheControl.noStore())
				.headers(headers -> refusal.headers().forEach(headers::set))
				.body(GraphQlError.answer(refusal));
	}

	private static Refusal unreadable() {
		return Refusal.malformed("the body is no GraphQL request: send {\"query\": \"…\", \"variables\": {…}}");
	}

	/** Whether a client that accepts these, the first before the others, gets events. */
	static boolean areAccepted(List<MediaType> accepted) {
		return accepted.stream().findFirst().filter(MediaType.TEXT_EVENT_STREAM::equalsTypeAndSubtype).isPresent();
	}

	/** The answer to a query, or the errors of a document, are a stream of one result. */
	private static WebGraphQlResponse streamed(WebGraphQlResponse response) {
		return response.getData() instanceof Publisher
				? response
				: response.transform(builder -> builder.data(Flux.just(response.getExecutionResult())));
	}
}
