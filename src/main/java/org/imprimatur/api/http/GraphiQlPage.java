package org.imprimatur.api.http;

import static org.springframework.web.servlet.function.RequestPredicates.path;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Serves GraphiQL at {@code /graphiql} from the files that {@code graphiql/build.sh} made. A build that could not make them has no such page. The page may load nothing from, and send nothing to,
 * another host.
 */
@Configuration(proxyBeanMethods = false)
class GraphiQlPage {

	/** Monaco sets styles from script, hence the one {@code unsafe-inline}. */
	private static final String PAGE_POLICY = String.join("; ", "default-src 'none'", "script-src 'self'",
			"worker-src 'self'", "style-src 'self' 'unsafe-inline'", "font-src 'self'", "img-src 'self' data:",
			"connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'");

	/** The pages of the workbench load their style sheet; nothing else has anything to load. */
	private static final String POLICY = String.join("; ", "default-src 'none'", "style-src 'self'", "img-src 'self'",
			"form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'");

	/** A file whose name carries its content's hash never changes. */
	private static final CacheControl HASHED = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	@Bean
	RouterFunction<ServerResponse> graphiQl(@Value("classpath:/graphiql/index.html") Resource page,
			@Value("classpath:/graphiql/assets/") Resource assets) {
		return route().resource(path("/graphiql").or(path("/graphiql/")).and(request -> page.exists()), page,
				(file, headers) -> headers.setCacheControl(CacheControl.noCache()))
				.resources("/graphiql/assets/**", assets, (file, headers) -> headers.setCacheControl(HASHED)).build();
	}

	/** What a browser may load for what lies at a path. */
	static String contentSecurityPolicy(String path) {
		return path.startsWith("/graphiql") ? PAGE_POLICY : POLICY;
	}
}
