package org.imprimatur.api.http;

import static org.springframework.web.servlet.function.RequestPredicates.headers;
import static org.springframework.web.servlet.function.RequestPredicates.path;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.imprimatur.answer.KeptAnswers;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.api.schema.PublicSchema;
import org.imprimatur.knowledge.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Where GraphQL is asked over HTTP. WebSockets at the same address are not answered here. */
@Configuration(proxyBeanMethods = false)
class GraphQlRoutes {

	/** A document of the query library, as it is listed. */
	private record Listed(String name, String description, String sha256, Map<String, @Nullable Object> variables,
			String address) {

		static Listed of(QueryLibrary.Document document, ServerRequest request) {
			return new Listed(document.name(), document.description(), document.sha256(), document.variables(),
					PublicAddress.path(request, "/graphql/documents/" + document.name()));
		}
	}

	private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST,
			HttpMethod.OPTIONS);
	private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
	private static final Duration AN_HOUR = Duration.ofHours(1);
	private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

	/** Before Spring's own route, which answers {@code POST} alone. */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	RouterFunction<ServerResponse> graphQlOverHttp(GraphQlEndpoint endpoint, EventStreams streams,
			QueryLibrary library, GraphQlSource graphQl, OpenApi openApi) {
		Supplier<String> schema = SingletonSupplier.of(() -> PublicSchema.printed(graphQl.schema()));
		HandlerFunction<ServerResponse> sdl = request -> lasting(request, PLAIN, schema.get());
		HandlerFunction<ServerResponse> listed = request -> documents(request, library);
		HandlerFunction<ServerResponse> described = request -> lasting(request, MediaType.APPLICATION_JSON,
				openApi.at(PublicAddress.absolute(request, "")));
		RequestPredicate plain = headers(
				it -> it.header(HttpHeaders.UPGRADE).stream().noneMatch("websocket"::equalsIgnoreCase));
		RequestPredicate streamed = plain.and(headers(it -> it.header(HttpHeaders.ACCEPT).stream()
				.anyMatch(accept -> accept.strip().startsWith(MediaType.TEXT_EVENT_STREAM_VALUE))));
		return route().GET("/graphql", streamed, streams::get).POST("/graphql", streamed, streams::post)
				.GET("/graphql", plain, endpoint::get).HEAD("/graphql", plain, endpoint::get)
				.POST("/graphql", plain, endpoint::post)
				.GET("/graphql/schema.graphql", sdl).HEAD("/graphql/schema.graphql", sdl)
				.GET("/openapi.json", described).HEAD("/openapi.json", described)
				.GET("/graphql/documents", listed).HEAD("/graphql/documents", listed)
				.GET("/graphql/documents/{name}", endpoint::document)
				.HEAD("/graphql/documents/{name}", endpoint::document)
				.route(path("/graphql").and(request -> !METHODS.contains(request.method())),
						request -> EventStreams.refused(notAllowed(METHODS)))
				.route(path("/graphql/documents").or(path("/graphql/documents/{name}"))
						.or(path("/graphql/schema.graphql")).or(path("/openapi.json")),
						request -> EventStreams.refused(notAllowed(READING)))
				.route(path("/graphql").and(request -> request.method() == HttpMethod.OPTIONS),
						request -> ServerResponse.noContent().header(HttpHeaders.ALLOW, listed(METHODS)).build())
				.build();
	}

	@Bean
	KeptAnswers keptAnswers() {
		return new KeptAnswers();
	}

	/** Anybody's page may ask, since what is answered is public and nothing depends on who asks. */
	@Bean
	CorsFilter openToEveryOrigin() {
		CorsConfiguration anybody = new CorsConfiguration();
		anybody.setAllowedOrigins(List.of(CorsConfiguration.ALL));
		anybody.setAllowedMethods(List.of("GET", "HEAD", "POST"));
		anybody.setAllowedHeaders(List.of(CorsConfiguration.ALL));
		anybody.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER));
		anybody.setMaxAge(AN_HOUR);
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/graphql/**", anybody);
		source.registerCorsConfiguration("/export/**", anybody);
		source.registerCorsConfiguration("/openapi.json", anybody);
		// The Model Context Protocol has servers refuse origins, lest a page reach what is there for its reader alone
		// (DNS rebinding): nothing here is, and nothing can be written.
		source.registerCorsConfiguration("/mcp", anybody);
		return new CorsFilter(source);
	}

	private static Refusal notAllowed(Set<HttpMethod> methods) {
		return new Refusal(Code.METHOD_NOT_ALLOWED,
				"this is no method of this address: ask by %s".formatted(listed(methods)))
				.withHeaders(Map.of(HttpHeaders.ALLOW, listed(methods)));
	}

	private static String listed(Set<HttpMethod> methods) {
		return methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
	}

	private static ServerResponse documents(ServerRequest request, QueryLibrary library) {
		// They change with a version of the product only.
		return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON)
				.cacheControl(CacheControl.maxAge(AN_HOUR).cachePublic())
				.body(library.all().stream().map(document -> Listed.of(document, request)).toList());
	}

	/** What changes with a version of the product only, too. */
	private static ServerResponse lasting(ServerRequest request, MediaType type, String text) {
		CacheControl anHour = CacheControl.maxAge(AN_HOUR).cachePublic();
		// Weak, since the same text may be sent compressed.
		String tag = "W/\"%s\"".formatted(Sha256.of(text));
		return request.checkNotModified(tag)
				.orElseGet(() -> ServerResponse.ok().contentType(type).cacheControl(anHour).eTag(tag).body(text));
	}
}
