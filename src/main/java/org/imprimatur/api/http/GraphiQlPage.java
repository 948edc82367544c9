package org.imprimatur.api.http;

import static org.springframework.web.servlet.function.RequestPredicates.path;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Serves GraphiQL at {@code /graphiql/}, the documentation below it, and the reference of the schema at
 * {@code /reference/}, from the files that {@code browser/build.sh} made. A build that could not make them says so in
 * their place. The pages may load nothing from, and send nothing to, another host. All addresses are relative, so that
 * they may stand below any path of a proxy.
 */
@Configuration(proxyBeanMethods = false)
class GraphiQlPage {

	/** Monaco sets styles from script, hence the one {@code unsafe-inline}. */
	private static final String PAGE_POLICY = String.join("; ", "default-src 'none'", "script-src 'self'",
			"worker-src 'self'", "style-src 'self' 'unsafe-inline'", "font-src 'self'", "img-src 'self' data:",
			"connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'");

	/** The pages of the workbench load their script and style sheet; nothing else has anything to load. */
	private static final String POLICY = String.join("; ", "default-src 'none'", "script-src 'self'",
			"style-src 'self'", "img-src 'self' data:", "connect-src 'self'", "form-action 'self'", "base-uri 'none'",
			"frame-ancestors 'none'");

	/** A file whose name carries its content's hash never changes. */
	private static final CacheControl HASHED = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	private static final String MISSING = """
		This build of Imprimatur has neither GraphiQL nor the reference of the schema: it was made without Node.js.
		Build it again where Node 20.19 or newer is installed, with npm.

		The API is here and answers: POST to graphql, or see graphql/documents for questions to begin with, and
		graphql/schema.graphql for the schema as a text.
		""";

	private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

	@Bean
	RouterFunction<ServerResponse> graphiQl(@Value("classpath:/graphiql/") Resource built) throws IOException {
		return page("graphiql", built)
				.resources("/graphiql/assets/**", built.createRelative("assets/"),
						(file, headers) -> headers.setCacheControl(HASHED))
				.resources("/graphiql/docs/**", built.createRelative("docs/"), GraphiQlPage::fresh)
				.build();
	}

	@Bean
	RouterFunction<ServerResponse> reference(@Value("classpath:/reference/") Resource built) throws IOException {
		return page("reference", built).resources("/reference/**", built, GraphiQlPage::fresh).build();
	}

	private static RouterFunctions.Builder page(String name, Resource built) throws IOException {
		Resource page = built.createRelative("index.html");
		RouterFunctions.Builder routes = route().route(request -> request.path().equals("/" + name),
				request -> ServerResponse.temporaryRedirect(URI.create(name + "/")).build());
		return page.exists()
				? routes.resource(path("/%s/".formatted(name)), page, GraphiQlPage::fresh)
				: routes.GET("/%s/".formatted(name),
						request -> ServerResponse.status(HttpStatus.NOT_FOUND).contentType(PLAIN).body(MISSING));
	}

	private static void fresh(Resource file, HttpHeaders headers) {
		headers.setCacheControl(CacheControl.noCache());
	}

	/** What a browser may load for what lies at a path. */
	static String contentSecurityPolicy(String path) {
		return path.startsWith("/graphiql") ? PAGE_POLICY : POLICY;
	}
}
