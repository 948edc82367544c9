package org.imprimatur.api.http;

import static org.springframework.web.servlet.function.RequestPredicates.headers;
import static org.springframework.web.servlet.function.RequestPredicates.path;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.answer.KeptAnswers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Where GraphQL is asked over HTTP. Event streams and WebSockets at the same address are not answered here. */
@Configuration(proxyBeanMethods = false)
class GraphQlRoutes {

	/** The code of an error that says that the graph is out of reach. */
	static final String UNAVAILABLE = "UNAVAILABLE";

	private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST,
			HttpMethod.OPTIONS);
	private static final Duration PREFLIGHT_KEPT = Duration.ofHours(1);

	/** Before Spring's own route, which answers {@code POST} alone. */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	RouterFunction<ServerResponse> graphQlOverHttp(GraphQlEndpoint endpoint, QueryLibrary library) {
		RequestPredicate plain = headers(
				it -> it.header(HttpHeaders.UPGRADE).stream().noneMatch("websocket"::equalsIgnoreCase)
						&& it.accept().stream().noneMatch(MediaType.TEXT_EVENT_STREAM::equalsTypeAndSubtype));
		return route().GET("/graphql", plain, endpoint::get).HEAD("/graphql", plain, endpoint::get)
				.POST("/graphql", plain, endpoint::post)
				.GET("/graphql/documents", request -> documents(library))
				.GET("/graphql/documents/{name}", endpoint::document)
				.HEAD("/graphql/documents/{name}", endpoint::document)
				.route(path("/graphql").and(request -> !METHODS.contains(request.method())),
						request -> allowing(HttpStatus.METHOD_NOT_ALLOWED))
				.route(path("/graphql").and(request -> request.method() == HttpMethod.OPTIONS),
						request -> allowing(HttpStatus.NO_CONTENT))
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
		anybody.setExposedHeaders(List.of(HttpHeaders.ETAG));
		anybody.setMaxAge(PREFLIGHT_KEPT);
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/graphql/**", anybody);
		source.registerCorsConfiguration("/export/**", anybody);
		return new CorsFilter(source);
	}

	private static ServerResponse allowing(HttpStatus status) {
		return ServerResponse.status(status)
				.header(HttpHeaders.ALLOW,
						METHODS.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", ")))
				.build();
	}

	private static ServerResponse documents(QueryLibrary library) {
		return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON)
				.body(library.all().stream()
						.map(document -> Map.of("name", document.name(), "description", document.description(),
								"sha256",
								document.sha256(), "variables", document.variables(), "address",
								"/graphql/documents/" + document.name()))
						.toList());
	}
}
