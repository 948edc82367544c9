package org.imprimatur.web;

import static org.springframework.web.servlet.function.RequestPredicates.methods;
import static org.springframework.web.servlet.function.RequestPredicates.path;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import com.samskivert.mustache.Mustache;
import java.time.Duration;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.VersionId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Where the pages lie: what has the id {@code model/mythos-5} at {@code /model/mythos-5}. */
@Configuration(proxyBeanMethods = false)
class WorkbenchRoutes {

	private static final Duration AN_HOUR = Duration.ofHours(1);
	/** A file whose name carries its content's hash never changes. */
	private static final CacheControl HASHED = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	@Bean
	RouterFunction<ServerResponse> workbenchPages(Workbench workbench, EntityPages entities, ModelPages models,
			Feeds feeds, GraphPage graph, ComparePage compare, RevisionPages revisions) {
		RequestPredicate read = methods(HttpMethod.GET, HttpMethod.HEAD);
		return route().route(read.and(path("/")), workbench::home)
				.route(read.and(path("/search")), workbench::search)
				.route(read.and(path("/restrictions")), workbench::restrictions)
				.route(read.and(path("/compare")), compare::compare)
				.route(read.and(path("/assess")), workbench::assess)
				.route(read.and(path("/graph")), graph::graph)
				.route(read.and(path("/revisions")), revisions::revisions)
				.route(read.and(path("/revisions/{number:[1-9]\\d{0,8}}")), revisions::revision)
				.route(read.and(path("/disputes")), workbench::disputes)
				.route(read.and(path("/feed.atom")), feeds::revisions)
				.route(read.and(path("/sitemap.xml")), workbench::sitemap)
				.route(read.and(path("/{kind}/{name}")).and(WorkbenchRoutes::namesAnEntity), entities::entity)
				.route(read.and(path("/{kind}/{name}/feed.atom")).and(WorkbenchRoutes::namesAnEntity), feeds::history)
				.route(read.and(path("/model/{name}/why")), models::why)
				.route(read.and(path("/model/{name}/history.svg")), models::picture)
				.resource(path("/workbench.css"), new ClassPathResource("pages/workbench.css"), WorkbenchRoutes::kept)
				.resource(path("/workbench.svg"), new ClassPathResource("pages/workbench.svg"), WorkbenchRoutes::kept)
				.resource(path("/workbench/workbench.js"), new ClassPathResource("workbench/workbench.js"),
						(file, headers) -> headers.setCacheControl(CacheControl.noCache()))
				.resources("/workbench/assets/**", new ClassPathResource("workbench/assets/"),
						(file, headers) -> headers.setCacheControl(HASHED))
				.build();
	}

	/** What an answer has no value for is shown as nothing. */
	@Bean
	Mustache.Compiler mustacheCompiler(Mustache.TemplateLoader templates) {
		return Mustache.compiler().defaultValue("").emptyStringIsFalse(true).withLoader(templates);
	}

	private static void kept(Resource file, HttpHeaders headers) {
		headers.setCacheControl(CacheControl.maxAge(AN_HOUR).cachePublic());
	}

	private static boolean namesAnEntity(ServerRequest request) {
		String id = EntityPages.id(request);
		return Kind.find(VersionId.parse(id).map(VersionId::id).orElse(id)).isPresent();
	}
}
