package org.imprimatur;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.imprimatur.api.ShippedDocuments;
import org.imprimatur.dossier.DossierFile;
import org.imprimatur.dossier.DossierReader;
import org.imprimatur.dossier.Mistake;
import org.imprimatur.dossier.Reading;
import org.imprimatur.graph.GraphSchema;
import org.imprimatur.graph.RecordStore;
import org.imprimatur.graph.Revision;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * What happens before the first request is answered: the graph's schema is brought up to date and the dossiers are
 * published, as far as they are new or changed.
 */
@Configuration(proxyBeanMethods = false)
class Startup implements SmartInitializingSingleton {

	private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

	private final GraphSchema schema;
	private final Ledger ledger;
	private final RecordStore records;
	private final ResourcePatternResolver resources;
	private final URI graph;
	private final ShippedDocuments documents;

	Startup(GraphSchema schema, Ledger ledger, RecordStore records, ResourcePatternResolver resources,
			Neo4jConnectionDetails connection, ShippedDocuments documents) {
		this.schema = schema;
		this.ledger = ledger;
		this.records = records;
		this.resources = resources;
		this.graph = connection.getUri();
		this.documents = documents;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<String> applied = schema.apply();
		LOG.info("Opened the graph at {}{}", graph,
				applied.isEmpty() ? "" : ", and applied " + String.join(", ", applied));
		Optional<Revision> revision = ledger.publish(entities(), "Dossiers of this version of Imprimatur");
		LOG.info("{} revision {}: {}", revision.isPresent() ? "Published" : "Serving", records.head(), census());
		documents.plan();
	}

	@EventListener
	void ready(WebServerInitializedEvent event) {
		int port = event.getWebServer().getPort();
		LOG.info("Ask at http://localhost:{}/graphql, explore at http://localhost:{}/graphiql", port, port);
	}

	private List<Entity> entities() {
		return switch (DossierReader.read(dossiers())) {
			case Reading.Accepted accepted -> accepted.entities();
			case Reading.Refused refused -> throw new IllegalStateException(
					"the dossiers have mistakes, and nothing of them is published:\n" + refused.mistakes().stream()
							.map(Mistake::toString).collect(Collectors.joining("\n")));
		};
	}

	private List<DossierFile> dossiers() {
		try {
			return Arrays.stream(resources.getResources("classpath:seed-data/*.yaml")).map(Startup::file).toList();
		} catch (IOException e) {
			throw new UncheckedIOException("cannot find the dossiers", e);
		}
	}

	private static DossierFile file(Resource resource) {
		try {
			return new DossierFile(String.valueOf(resource.getFilename()), resource.getContentAsByteArray());
		} catch (IOException e) {
			throw new UncheckedIOException("cannot read " + resource, e);
		}
	}

	private String census() {
		Map<String, Integer> counts = new TreeMap<>(records.census());
		return counts.entrySet().stream().map(count -> "%s %d".formatted(count.getKey(), count.getValue()))
				.collect(Collectors.joining(", "));
	}

	@Bean
	static Clock clock() {
		return Clock.systemUTC();
	}
}
