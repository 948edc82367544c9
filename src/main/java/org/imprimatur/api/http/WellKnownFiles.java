package org.imprimatur.api.http;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What machines look for on any host: what they may crawl, what there is for them, whom to tell of a weakness. */
@Configuration(proxyBeanMethods = false)
class WellKnownFiles {

	/** RFC 9309. What is computed anew for each address, and whole graphs, are not for crawlers. */
	private static final String ROBOTS = """
		User-agent: *
		Disallow: {/graphql}
		Disallow: {/export/}
		""";

	private static final String LLMS = """
		# Imprimatur

		> Which conditions apply to which AI model, on which day, and why: a public knowledge graph of how governments
		> regulate AI models, with the evidence for every step. All of it can be read; nothing can be written.

		Answers are as of a day (`asOf`, today if absent) and carry a receipt: cite its address, `asOf` and `revision`.
		Uncertain means uncertain: do not round it up. This is not legal advice.

		## Ask

		- [Questions]({/graphql/documents}): as JSON; each with its address, and a parameter for each variable
		- [An example]({/graphql/documents/condition-set}?model=model/mythos-5&asOf=2026-06-27)
		- [What something is called here]({/graphql/documents/resolve}?identifier=Mythos%205): from a name to an id
		- [Search]({/graphql/documents/search}?query=licence%20export): by words
		- [OpenAPI]({/openapi.json}): all that is asked over plain HTTP
		- [GraphQL]({/graphql}): POST any question; introspection is open
		- [Tools and resources]({/mcp}) by the Model Context Protocol, over streamable HTTP
		- [The schema]({/graphql/schema.graphql}) as a text
		- [Its reference]({/reference/}): `#Model` and `#Model.developer` are places in it

		## Read

		- [Overview]({/graphiql/docs/README.html})
		- [The rules]({/graphiql/docs/rules-of-force.html}) by which conditions apply
		- [GraphQL over HTTP]({/graphiql/docs/graphql-over-http.html}), [receipts]({/graphiql/docs/receipts.html})
		- [Downloads]({/export}) of the whole graph, under CC BY 4.0
		""";

	/** RFC 9116. The page says how to report, as it is written in SECURITY.md. */
	private static final String SECURITY = """
		Contact: {/graphiql/docs/SECURITY.html}
		Policy: {/graphiql/docs/SECURITY.html}
		Canonical: {/.well-known/security.txt}
		Preferred-Languages: en
		Expires: %s
		""";
	private static final Duration GOOD_FOR = Duration.ofDays(90);

	private static final Pattern PATH = Pattern.compile("\\{(/[^}]*)}");
	private static final CacheControl A_DAY = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();
	private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

	@Bean
	RouterFunction<ServerResponse> wellKnown(Clock clock) {
		HandlerFunction<ServerResponse> security = request -> plain(located(request, SECURITY.formatted(
				Instant.now(clock).plus(GOOD_FOR).truncatedTo(ChronoUnit.DAYS))));
		return route().GET("/robots.txt", request -> plain(PATH.matcher(ROBOTS)
				.replaceAll(path -> Matcher.quoteReplacement(PublicAddress.path(request, path.group(1))))))
				.GET("/llms.txt", request -> plain(located(request, LLMS)))
				.GET("/.well-known/security.txt", security).build();
	}

	private static String located(ServerRequest request, String text) {
		return PATH.matcher(text)
				.replaceAll(path -> Matcher.quoteReplacement(PublicAddress.absolute(request, path.group(1))));
	}

	private static ServerResponse plain(String text) {
		return ServerResponse.ok().contentType(PLAIN).cacheControl(A_DAY).body(text);
	}
}
